import { useQuery } from '@tanstack/react-query';
import { useQueryValue } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useIsWall } from '#renderer/ground/wall-address.ts';
import { namesMonth } from '#shared/domain/cuts.ts';
import { AppLink } from './AppLink.tsx';
import { EmptyState } from './EmptyState.tsx';

/**
 * Stands where figures would: nothing has come yet, or for months alone, and what brings the first. A wall has no hand to
 * follow a link.
 */
export function NoDataYet() {
  const { t } = useText();
  const [reference] = useQueryValue('cut');
  const isMonth = reference !== null && namesMonth(reference);
  const picture = useQuery(useApi().picture.get.queryOptions()).data;
  const hasMonth = picture !== undefined && picture.months.shown !== null;
  const told = hasMonth ? 'state.noData.months' : 'state.noData';
  const ways = (
    <span style={{ display: 'flex', gap: '1.5rem', justifyContent: 'center' }}>
      {isMonth && <AppLink to="/chi-tieu">{t('state.noData.ofMonth')}</AppLink>}
      <AppLink to="/bat-dau">{t('firstHour.title')}</AppLink>
      {hasMonth && <AppLink to="/ky-va-lich">{t('frame.calendar')}</AppLink>}
      <AppLink to="/so-lieu/bieu-mau">{t('state.noData.templates')}</AppLink>
      <AppLink to="/so-lieu">{t('state.noData.import')}</AppLink>
    </span>
  );
  return (
    <EmptyState title={t(told)} hint={t(`${told}.hint`)} hatched action={useIsWall() ? undefined : ways} />
  );
}
