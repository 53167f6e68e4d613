import type { Answers } from '#shared/contract/contract.ts';

type Outputs = Answers['difficulties'];
/** What the contract answers about difficulties and documents. */
export type DifficultyReport = Outputs['list'];
export type Category = DifficultyReport['categories'][number];
export type DocumentRow = Outputs['documents'][number];
