import { useText } from '#renderer/ground/text.tsx';
import { useIsWall } from '#renderer/ground/wall-address.ts';
import { AppLink } from './AppLink.tsx';
import { EmptyState } from './EmptyState.tsx';

/** Stands where figures would: there is not one cut yet, and what brings the first. A wall has no hand to follow a link. */
export function NoDataYet() {
  const { t } = useText();
  const ways = (
    <span style={{ display: 'flex', gap: '1.5rem', justifyContent: 'center' }}>
      <AppLink to="/bat-dau">{t('firstHour.title')}</AppLink>
      <AppLink to="/so-lieu/bieu-mau">{t('state.noData.templates')}</AppLink>
      <AppLink to="/so-lieu">{t('state.noData.import')}</AppLink>
    </span>
  );
  return (
    <EmptyState
      title={t('state.noData')}
      hint={t('state.noData.hint')}
      hatched
      action={useIsWall() ? undefined : ways}
    />
  );
}
