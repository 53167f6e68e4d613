import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';

/** What the contract answers about one task. */
export type TaskDetail = InferContractRouterOutputs<Contract>['plan']['task'];
