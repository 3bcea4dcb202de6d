/** The operating systems that clients run on, by Node's names for them. */
export type Platform = 'linux' | 'darwin' | 'win32';
