/** What the exit code says: part of the contract. */
export const EXIT = { fine: 0, errorFound: 1, usage: 2, ownFailure: 3, nothingChecked: 4 } as const;
