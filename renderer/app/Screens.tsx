import { Route, Switch } from 'wouter';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { AlertsView } from '#renderer/views/alerts/AlertsView.tsx';
import { HandoverView } from '#renderer/views/alerts/HandoverView.tsx';
import { BriefingView } from '#renderer/views/briefing/BriefingView.tsx';
import { CompareView } from '#renderer/views/compare/CompareView.tsx';
import { IntakeView } from '#renderer/views/data/IntakeView.tsx';
import { DifficultiesView } from '#renderer/views/difficulties/DifficultiesView.tsx';
import { ForecastView } from '#renderer/views/forecast/ForecastView.tsx';
import { GapView } from '#renderer/views/gap/GapView.tsx';
import { IndicatorsView } from '#renderer/views/indicators/IndicatorsView.tsx';
import { MapView } from '#renderer/views/map/MapView.tsx';
import { OverviewView } from '#renderer/views/overview/OverviewView.tsx';
import { SettingsView } from '#renderer/views/settings/SettingsView.tsx';
import { SnapshotsView } from '#renderer/views/snapshots/SnapshotsView.tsx';
import { TasksView } from '#renderer/views/tasks/TasksView.tsx';
import { TaskView } from '#renderer/views/tasks/TaskView.tsx';
import { UnitView } from '#renderer/views/units/UnitView.tsx';
import { useText } from './text.tsx';

/** Which screen an address shows. */
export function Screens() {
  return (
    <Switch>
      <Route path="/" component={OverviewView} />
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
      <Route path="/chi-tieu/:code">{({ code }) => <IndicatorsView code={decodeURIComponent(code)} />}</Route>
      <Route path="/kho-khan" component={DifficultiesView} />
      <Route path="/so-sanh" component={CompareView} />
      <Route path="/du-bao" component={ForecastView} />
      <Route path="/so-lieu">
        <IntakeView />
      </Route>
      <Route path="/so-lieu/tep/:file">{({ file }) => <IntakeView file={decodeURIComponent(file)} />}</Route>
      <Route path="/so-lieu/:tab">{({ tab }) => <IntakeView tab={decodeURIComponent(tab)} />}</Route>
      <Route path="/bao-cao" component={BriefingView} />
      <Route path="/tep-so-lieu" component={SnapshotsView} />
      <Route path="/cai-dat" component={SettingsView} />
      <Route component={UnknownScreen} />
    </Switch>
  );
}

function UnknownScreen() {
  const { t } = useText();
  return <EmptyState title={t('frame.notFound')} hint={t('frame.notFound.hint')} />;
}
