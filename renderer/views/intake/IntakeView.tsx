import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { MessageKey } from '#shared/text/catalogue.ts';
import { BoardPane } from './BoardPane.tsx';
import classes from './DataView.module.css';
import { InboxPane } from './InboxPane.tsx';
import { InspectorPane } from './InspectorPane.tsx';
import { RunsPane } from './RunsPane.tsx';
import { RecipesPane } from './recipes/RecipesPane.tsx';
import { TemplatesPane } from './TemplatesPane.tsx';
import { WatchPane } from './WatchPane.tsx';

const TABS: readonly { readonly path: string; readonly title: MessageKey }[] = [
  { path: '', title: 'intake.tab.inbox' },
  { path: 'bang-nop', title: 'intake.tab.board' },
  { path: 'thu-muc', title: 'intake.tab.watch' },
  { path: 'cac-lan-nap', title: 'intake.tab.runs' },
  { path: 'cong-thuc', title: 'recipes.tab' },
  { path: 'bieu-mau', title: 'intake.tab.templates' },
];

/**
 * Số liệu: what has come in, what it would change, who still owes what, the
 * watched folder, imports and their undo, templates.
 */
export function IntakeView(props: { readonly tab?: string; readonly file?: string }) {
  const { t } = useText();
  const { file } = props;
  // An old or mistyped address of a tab leads to the first one.
  const tab = TABS.some(({ path }) => path === props.tab) ? (props.tab ?? '') : '';
  if (sourceOfWindow() !== null) {
    return <EmptyState title={t('intake.readOnly')} hint={t('intake.readOnly.hint')} />;
  }
  return (
    <div className={classes.page}>
      <nav className={classes.tabs} aria-label={t('intake.title')}>
        {TABS.map((one) => (
          <AppLink
            key={one.path}
            to={one.path === '' ? '/so-lieu' : `/so-lieu/${one.path}`}
            aria-current={one.path === tab ? 'page' : undefined}
          >
            {t(one.title)}
          </AppLink>
        ))}
        <AppLink to="/nhap-lieu">{t('frame.entry')}</AppLink>
      </nav>
      {file === undefined ? <Pane tab={tab} /> : <InspectorPane itemKey={file} />}
    </div>
  );
}

function Pane({ tab }: { readonly tab: string }) {
  if (tab === 'bang-nop') return <BoardPane />;
  if (tab === 'cac-lan-nap') return <RunsPane />;
  if (tab === 'thu-muc') return <WatchPane />;
  if (tab === 'cong-thuc') return <RecipesPane />;
  if (tab === 'bieu-mau') return <TemplatesPane />;
  return <InboxPane />;
}
