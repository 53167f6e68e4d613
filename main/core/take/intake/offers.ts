// What the watched folder and data files ask of the intake; everything else in its stores is its own.
export { findInboxRow, listInboxRows } from './inbox/store.ts';
export { knownRegister } from './known-register.ts';
export { findReceipt } from './receipt-store.ts';
export { loadPlanWords } from './reports/plan-words-store.ts';
export {
  findSeen,
  listRunsOfImport,
  loadIndicatorWords,
  type RunRow,
} from './store.ts';
export { refreshSubmissions } from './submissions-store.ts';
