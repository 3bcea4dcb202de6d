import { policy as fullInherit } from './full-inherit';
import type { EnvironmentPolicy } from './environment';

/** A client that does not say is taken as one that passes everything on, and every verdict says "estimated". */
export const policy: EnvironmentPolicy = fullInherit;
