import { useText } from '#renderer/app/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';

/** The map of the country in small; the whole map is one step away. */
export function OverviewMap(props: { readonly className?: string | undefined }) {
  const { t } = useText();
  return (
    <Panel
      title={t('overview.map')}
      className={props.className}
      flush
      actions={<AppLink to="/ban-do">{t('overview.map.open')}</AppLink>}
    >
      <span />
    </Panel>
  );
}
