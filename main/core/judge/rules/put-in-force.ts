import type { Context } from '#main/core/ground/context.ts';
import { type RecomputeStep, recomputeFromSteps } from '#main/core/judge/judgement/recompute.ts';
import { reportProgress, type Watch } from '#main/core/work/progress.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { RuleChange, RuleVersionDto } from '#shared/contract/rules.ts';
import { listVersions, setActive } from './store.ts';

/** The revision that was chosen, and the first day of the cuts that it says something new of; null = all. */
interface Chosen {
  readonly version: number;
  readonly from: string | null;
}

/** One transaction: the revision in force and every status computed from it change together. Tells each cut that is. */
export function putInForce(
  context: Context,
  who: string,
  signal: AbortSignal | undefined,
  choose: (database: WriteDatabase) => Chosen,
): AsyncGenerator<RuleChange, void, void> {
  const at = context.clock().toISOString();
  return reportProgress(signal, async (watch: Watch<RecomputeStep>) => {
    let told = -1;
    const onProgress = (step: RecomputeStep): void => {
      if (step.done > told) watch.onProgress?.(step);
      told = step.done;
    };
    const work = function* (database: WriteDatabase) {
      const { version, from } = choose(database);
      setActive(database, version, who, at);
      yield* recomputeFromSteps(database, from, at);
      return version;
    };
    const version = await context.writeSteps(work, { ...watch, onProgress });
    return { version: versionOf(context, version) };
  });
}

export function versionOf(context: Context, version: number): RuleVersionDto {
  const found = listVersions(context.read).find((one) => one.version === version);
  if (found === undefined) throw new UserError('RULE_VERSION_UNKNOWN', { version });
  return found;
}
