/** Stands for a line that only fences in what is quoted: blank to all, and a fence to who asks for one. */
export const FENCE = '\u2003';
