import { useState } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ForecastLine } from '#renderer/panels/forecast/ForecastLine.tsx';
import { ProvinceGap } from '#renderer/panels/gap/ProvinceGap.tsx';
import { CriteriaList } from '#renderer/panels/units/CriteriaList.tsx';
import { criteriaNote } from '#renderer/panels/units/criteria-note.ts';
import { OutputsTable } from '#renderer/panels/units/OutputsTable.tsx';
import { ProvincesTable } from '#renderer/panels/units/ProvincesTable.tsx';
import { UnitHeading } from '#renderer/panels/units/UnitHeading.tsx';
import { UnitAlerts, UnitDifficulties, UnitDocuments, UnitTasks } from '#renderer/panels/units/UnitLists.tsx';
import { UnitWhy } from '#renderer/panels/units/UnitWhy.tsx';
import { useUnitProfile } from '#renderer/panels/units/use-unit-profile.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { monthName } from '#shared/text/reason-text.ts';
import { CommunesTable } from './CommunesTable.tsx';
import { OutputChart } from './OutputChart.tsx';
import { UnitBackground } from './UnitBackground.tsx';
import { UnitHistory } from './UnitHistory.tsx';
import classes from './UnitView.module.css';

/** The full profile of a commune, a province or the country. */
export function UnitView(props: { readonly code: string }) {
  const { id } = useCut();
  const query = useUnitProfile(props.code, id);
  if (query.data === undefined || query.isError) return <QueryState query={query} />;
  return <Profile key={props.code} profile={query.data} cut={id} />;
}

function Profile(props: { readonly profile: UnitProfileDto; readonly cut: string | undefined }) {
  const text = useText();
  const { profile, cut } = props;
  const { unit } = profile;
  return (
    <article className={classes.page}>
      <UnitHeading profile={profile} />
      {unit.level !== 'commune' && <ForecastLine code={unit.code} cut={cut} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <UnitWhy profile={profile} />
          <Panel title={text.t('units.criteria')} note={criteriaNote(profile, text)}>
            <CriteriaList profile={profile} />
          </Panel>
          {/* A commune has no tasks of its own: what it reported of its troubles stands beside its outputs. */}
          {unit.level === 'commune' ? <Reported profile={profile} /> : <UnitTasks profile={profile} />}
          <UnitBackground code={unit.code} cut={cut} />
        </div>
        <div className={classes.column}>
          <Outputs profile={profile} />
          <Panel title={text.t('units.history')}>
            {profile.history.length === 0 ? (
              <EmptyState title={text.t('empty.noData')} />
            ) : (
              <UnitHistory profile={profile} />
            )}
          </Panel>
          {unit.level === 'province' && <ProvinceGap province={unit.code} cut={cut} />}
          {unit.level === 'province' && <CommunesTable province={unit.code} cut={cut} />}
          {unit.level === 'country' && <ProvincesTable cut={cut} />}
          {unit.level !== 'country' && <UnitAlerts profile={profile} />}
          {unit.level !== 'commune' && <Reported profile={profile} />}
        </div>
      </div>
    </article>
  );
}

/** Difficulties and documents: what the unit itself has to say. */
function Reported({ profile }: { readonly profile: UnitProfileDto }) {
  return (
    <>
      <UnitDifficulties profile={profile} />
      <UnitDocuments profile={profile} />
    </>
  );
}

function Outputs({ profile }: { readonly profile: UnitProfileDto }) {
  const text = useText();
  const names = useNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const isShown = (code: string): boolean =>
    chosen === null ? names.indicator(code)?.role === 'onlineSubmission' : code === chosen;
  const output = profile.outputs.find(({ code }) => isShown(code)) ?? profile.outputs[0];
  return (
    <Panel title={text.t('units.outputs')} note={monthName(output?.cut, text) ?? ''}>
      <OutputsTable profile={profile} selected={output?.code} onSelect={setChosen} />
      {output !== undefined && (
        <div className={classes.chart}>
          <h3>{text.t('units.outputs.trendOf', { name: text.pick(output) })}</h3>
          <OutputChart output={output} unit={names.shortName(profile.unit.code)} cut={profile.cut.id} />
        </div>
      )}
    </Panel>
  );
}
