import type { Answers } from '#shared/contract/contract.ts';

/** What the contract answers about one task. */
export type TaskDetail = Answers['plan']['task'];
