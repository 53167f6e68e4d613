import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import classes from './EntryView.module.css';

/** Drafts that wait; one's own lead on to their grid. */
export function DraftList({ who }: { readonly who: string }) {
  const { t, format } = useText();
  const names = useNames();
  const drafts = useQuery(useApi().entry.drafts.queryOptions()).data ?? [];
  if (drafts.length === 0) return null;
  return (
    <Panel title={t('entry.drafts')}>
      <ul className={classes.drafts}>
        {drafts.map(({ who: author, unit, cut, cells, savedAt }) => {
          const isCommune = unit.length > 2;
          const province = isCommune ? names.unit(unit)?.parent : unit;
          const words = t('entry.drafts.row', {
            ...{ unit: names.fullName(unit), cut: names.cut(cut), who: author, cells },
            at: format.dateTime(savedAt),
          });
          return (
            <li key={`${author} ${unit} ${cut}`}>
              {author === who ? (
                <AppLink
                  to="/nhap-lieu"
                  query={{ tinh: province ?? null, xa: isCommune ? unit : null, ky: cut }}
                >
                  {words}
                </AppLink>
              ) : (
                <span>
                  {words} ({t('entry.drafts.other')})
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
