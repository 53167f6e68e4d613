/** What other features may ask of this one. */
export { listVersions } from './store.ts';
