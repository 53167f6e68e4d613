import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { GapList } from './GapList.tsx';
import classes from './ProvinceGap.module.css';

/** The communes of a province that are GREEN on report and not GREEN in operation, by name. */
export function ProvinceGap(props: { readonly province: string; readonly cut: string | undefined }) {
  const { t } = useText();
  const query = useQuery(
    useApi().gap.get.queryOptions({
      input: { cut: props.cut, level: 'commune', province: props.province },
      placeholderData: (before) => before,
    }),
  );
  const units = query.data?.units.filter((unit) => (unit.last ?? unit).reported === 'green') ?? [];
  return (
    <Panel
      title={t('gap.block')}
      note={query.data === undefined ? '' : t('gap.block.note', { count: units.length })}
      flush
      scrolls
      className={classes.panel}
      actions={
        <AppLink to="/chenh-lech" query={{ province: props.province }}>
          {t('gap.block.open')}
        </AppLink>
      }
    >
      {query.data === undefined || query.isError ? (
        <QueryState query={query} />
      ) : units.length === 0 ? (
        <p className={classes.none}>{t('gap.block.none')}</p>
      ) : (
        <GapList caption={t('gap.block')} units={units} withProvince={false} pageSize={12} />
      )}
    </Panel>
  );
}
