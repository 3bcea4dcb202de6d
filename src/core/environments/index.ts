export { policies } from './all.gen';
export type { PolicyId } from './all.gen';
export { overlay, variable } from './environment';
export type { Environment } from './environment';
