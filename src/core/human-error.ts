/** A failure to be told to a person as it is: its message says what is wrong and what to do. */
export class HumanError extends Error {}
