import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { ActResultDto } from '#shared/contract/alerts.ts';

export const ACTS = ['acknowledge', 'snooze', 'wake', 'note'] as const;
export type ActName = (typeof ACTS)[number];

export interface ActInput {
  readonly act: ActName;
  readonly ids: readonly string[];
  readonly who: string;
  readonly note: string;
  readonly until: string | null;
}

/** The most the contract takes at once. */
const AT_ONCE = 5000;

/** Does something to alerts and says what came of it; remembers the person for the next time. */
export function useActs() {
  const api = useApi();
  const text = useText();
  const say = useSay();
  const person = useQuery(api.settings.get.queryOptions()).data?.personName ?? '';
  const setPerson = useMutation(api.settings.set.mutationOptions());
  const acknowledge = useMutation(api.alerts.acknowledge.mutationOptions());
  const snooze = useMutation(api.alerts.snooze.mutationOptions());
  const wake = useMutation(api.alerts.wake.mutationOptions());
  const note = useMutation(api.alerts.note.mutationOptions());
  const run = async ({ act, ids, who, note: words, until }: ActInput): Promise<boolean> => {
    const actOn = (some: string[]) => {
      const input = { ids: some, who, note: words };
      return act === 'acknowledge'
        ? acknowledge.mutateAsync({ ...input, ...(until === null ? {} : { until }) })
        : { snooze, wake, note }[act].mutateAsync(input);
    };
    try {
      if (who !== person) await setPerson.mutateAsync({ personName: who });
      const whole: ActResultDto = { changed: 0, skipped: [] };
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const { changed, skipped } = await actOn(ids.slice(from, from + AT_ONCE));
        whole.changed += changed;
        whole.skipped.push(...skipped);
      }
      say.done(sentenceOf(whole, text));
      return true;
    } catch (error) {
      say.error(error);
      return false;
    }
  };
  return { person, run };
}

function sentenceOf({ changed, skipped }: ActResultDto, { t }: Text): string {
  const reasons = Map.groupBy(skipped, ({ why }) => why);
  const skips = [...reasons].map(([why, list]) => t(`alerts.act.skipped.${why}`, { count: list.length }));
  return [t('alerts.act.done', { count: changed }), ...skips].join(' ');
}
