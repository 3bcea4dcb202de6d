export { policies } from './all.gen';
export type { PolicyId } from './all.gen';
export { variable } from './environment';
export type { Environment } from './environment';
