import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useAddress } from '#renderer/ground/address.ts';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useTopAlerts } from '#renderer/panels/alerts/use-top-alerts.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { WorkspaceTask } from '#renderer/views/workspace/WorkspaceDialog.tsx';
import classes from './Rail.module.css';
import { SCREENS, type ScreenEntry, screenOf } from './screens.ts';
import { WorkspaceSwitch } from './WorkspaceSwitch.tsx';

/** The left rail: the screens, each with icon and word; it collapses to icons. */
export function Rail(props: { readonly onTask: (task: WorkspaceTask) => void }) {
  const { t } = useText();
  const { path } = useAddress();
  const { isRailCollapsed, toggleRail } = usePreferences();
  const current = screenOf(path);
  const Toggle = isRailCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.rail} aria-label={t('frame.screens')}>
      <p className={classes.brand}>
        <span className={classes.mark} aria-hidden="true">
          02
        </span>
        {!isRailCollapsed && <span>{t('app.name')}</span>}
      </p>
      <ul>
        {SCREENS.map((screen) => (
          <li key={screen.path}>
            <RailLink screen={screen} isCurrent={screen === current} isCollapsed={isRailCollapsed} />
          </li>
        ))}
      </ul>
      <WorkspaceSwitch isCollapsed={isRailCollapsed} onTask={props.onTask} />
      <button
        type="button"
        className={classes.toggle}
        onClick={toggleRail}
        aria-expanded={!isRailCollapsed}
        title={t(isRailCollapsed ? 'frame.expand' : 'frame.collapse')}
      >
        <Toggle size="1.25rem" aria-hidden="true" />
        <span className="visually-hidden">{t(isRailCollapsed ? 'frame.expand' : 'frame.collapse')}</span>
      </button>
    </nav>
  );
}

function RailLink(props: {
  readonly screen: ScreenEntry;
  readonly isCurrent: boolean;
  readonly isCollapsed: boolean;
}) {
  const { t, format } = useText();
  const { screen, isCurrent, isCollapsed } = props;
  const count = useTopAlerts().data?.bySeverity.critical;
  const badge = screen.path === '/canh-bao' && count !== undefined && count > 0 ? count : null;
  return (
    <Tooltip label={t(screen.title)} position="right" disabled={!isCollapsed}>
      <AppLink
        to={screen.path}
        className={classes.link ?? ''}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={isCollapsed ? t(screen.title) : undefined}
      >
        <screen.icon size="1.25rem" stroke={1.6} aria-hidden="true" />
        {!isCollapsed && <span>{t(screen.title)}</span>}
        {badge !== null && (
          <span className={classes.badge} title={t('frame.alerts.critical', { count: badge })}>
            {format.number(badge)}
          </span>
        )}
      </AppLink>
    </Tooltip>
  );
}
