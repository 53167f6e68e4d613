import { isContractProcedure } from '@orpc/contract';
import type { Mark } from '#shared/contract/base.ts';

/** Everything below a part of the contract, as 'snapshots.keys.list', with what it may change. */
export function listProcedures(
  part: object,
  above = '',
): { readonly name: string; readonly writes: Mark['writes'] }[] {
  return Object.entries(part).flatMap(([name, child]) =>
    isContractProcedure(child)
      ? [{ name: above + name, writes: (child['~orpc'].meta as Mark).writes }]
      : listProcedures(child, `${above}${name}.`),
  );
}
