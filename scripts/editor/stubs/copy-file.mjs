import { promises } from 'node:fs';

// Copy-on-write is the native module's only advantage over Node.
export const isCloneSupported = () => false;
export const cp = promises.cp;
export const copyFile = promises.copyFile;
