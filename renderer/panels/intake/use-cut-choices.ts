import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { cutName } from '#shared/text/reason-text.ts';
import { notYetOpened } from './not-yet-opened.ts';

/** A cut that figures may be for, as a select takes it. */
export interface CutOption {
  readonly value: string;
  readonly label: string;
}

/**
 * Cuts that have opened, newest first; those that are planned stand below and say so. `newest` is the one that templates
 * and the board are for where nobody has chosen: not the picture, which is complete.
 */
export function useCutChoices(): { readonly options: readonly CutOption[]; readonly newest: string | null } {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const cuts = useQuery(api.intake.cuts.queryOptions()).data ?? [];
  const calendar = useQuery(api.calendar.overview.queryOptions({ input: { limit: 1 } }));
  const planned = notYetOpened(cuts, calendar.data?.planned ?? []);
  const opened = cuts.map((cut) => {
    const name = cutName(cut, text);
    return { value: cut.id, label: cut.state === 'closed' ? t('entry.cut.closed', { cut: name }) : name };
  });
  const coming = planned.map((cut) => ({
    value: cut.id,
    label: t('entry.cut.planned', { cut: cutName(cut, text) }),
  }));
  const all = [...cuts, ...planned];
  const newest = all.find(({ kind }) => kind !== 'month') ?? all[0];
  return { options: [...opened, ...coming], newest: newest?.id ?? null };
}
