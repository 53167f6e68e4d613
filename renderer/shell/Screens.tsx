import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { MapView } from '#renderer/views/map/MapView.tsx';
import { FirstHourView, Home } from './Home.tsx';
import { lazyScreen } from './lazy-screen.tsx';

// The two first screens come with the program; the others are fetched afterwards.
const AlertsView = lazyScreen(async () => (await import('#renderer/views/alerts/AlertsView.tsx')).AlertsView);
const HandoverView = lazyScreen(
  async () => (await import('#renderer/views/alerts/HandoverView.tsx')).HandoverView,
);
const BriefingView = lazyScreen(
  async () => (await import('#renderer/views/briefing/BriefingView.tsx')).BriefingView,
);
const CalendarView = lazyScreen(
  async () => (await import('#renderer/views/calendar/CalendarView.tsx')).CalendarView,
);
const CompareView = lazyScreen(
  async () => (await import('#renderer/views/compare/CompareView.tsx')).CompareView,
);
const EntryView = lazyScreen(async () => (await import('#renderer/views/entry/EntryView.tsx')).EntryView);
const IntakeView = lazyScreen(async () => (await import('#renderer/views/intake/IntakeView.tsx')).IntakeView);
const DifficultiesView = lazyScreen(
  async () => (await import('#renderer/views/difficulties/DifficultiesView.tsx')).DifficultiesView,
);
const ForecastView = lazyScreen(
  async () => (await import('#renderer/views/forecast/ForecastView.tsx')).ForecastView,
);
const GapView = lazyScreen(async () => (await import('#renderer/views/gap/GapView.tsx')).GapView);
const IndicatorsView = lazyScreen(
  async () => (await import('#renderer/views/indicators/IndicatorsView.tsx')).IndicatorsView,
);
const JournalView = lazyScreen(
  async () => (await import('#renderer/views/journal/JournalView.tsx')).JournalView,
);
const PlanRevisionsView = lazyScreen(
  async () => (await import('#renderer/views/plan-revisions/PlanRevisionsView.tsx')).PlanRevisionsView,
);
const SettingsScreen = lazyScreen(async () => (await import('./SettingsScreen.tsx')).SettingsScreen);
const SnapshotsView = lazyScreen(
  async () => (await import('#renderer/views/snapshots/SnapshotsView.tsx')).SnapshotsView,
);
const TasksView = lazyScreen(async () => (await import('#renderer/views/plan/TasksView.tsx')).TasksView);
const TaskView = lazyScreen(async () => (await import('#renderer/views/plan/TaskView.tsx')).TaskView);
const UnitView = lazyScreen(async () => (await import('#renderer/views/units/UnitView.tsx')).UnitView);

const ON_ITS_WAY = { isError: false, error: null, refetch: () => undefined };

/** Which screen an address shows. */
export function Screens() {
  return (
    <Suspense fallback={<QueryState query={ON_ITS_WAY} />}>
      <Switch>
        <Route path="/" component={Home} />
        <Route path="/bat-dau" component={FirstHourView} />
        <Route path="/ky-va-lich" component={CalendarView} />
        <Route path="/nhap-lieu" component={EntryView} />
        <Route path="/ban-do" component={MapView} />
        <Route path="/nhiem-vu" component={TasksView} />
        <Route path="/nhiem-vu/:code">{({ code }) => <TaskView code={decodeURIComponent(code)} />}</Route>
        <Route path="/don-vi/:code">{({ code }) => <UnitView code={decodeURIComponent(code)} />}</Route>
        <Route path="/canh-bao" component={AlertsView} />
        <Route path="/canh-bao/giao-ca" component={HandoverView} />
        <Route path="/chenh-lech" component={GapView} />
        <Route path="/chi-tieu">
          <IndicatorsView />
        </Route>
        <Route path="/chi-tieu/:code">
          {({ code }) => <IndicatorsView code={decodeURIComponent(code)} />}
        </Route>
        <Route path="/kho-khan" component={DifficultiesView} />
        <Route path="/so-sanh" component={CompareView} />
        <Route path="/du-bao" component={ForecastView} />
        <Route path="/so-lieu">
          <IntakeView />
        </Route>
        <Route path="/so-lieu/tep/:file">
          {({ file }) => <IntakeView file={decodeURIComponent(file)} />}
        </Route>
        <Route path="/so-lieu/:tab">{({ tab }) => <IntakeView tab={decodeURIComponent(tab)} />}</Route>
        <Route path="/bao-cao" component={BriefingView} />
        <Route path="/tep-so-lieu" component={SnapshotsView} />
        <Route path="/nhat-ky" component={JournalView} />
        <Route path="/ke-hoach" component={PlanRevisionsView} />
        <Route path="/cai-dat" component={SettingsScreen} />
        <Route component={UnknownScreen} />
      </Switch>
    </Suspense>
  );
}

function UnknownScreen() {
  const { t } = useText();
  return (
    <EmptyState
      title={t('frame.notFound')}
      hint={t('frame.notFound.hint')}
      action={<AppLink to="/">{t('state.toOverview')}</AppLink>}
    />
  );
}
