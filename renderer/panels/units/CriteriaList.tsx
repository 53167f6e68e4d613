import { IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useNames } from '#renderer/ground/names.tsx';
import { ownText } from '#renderer/ground/own-figure.ts';
import { useText } from '#renderer/ground/text.tsx';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { criterionNote } from '#shared/text/criterion-text.ts';
import classes from './CriteriaList.module.css';
import { SourceNote } from './SourceNote.tsx';

type Criterion = UnitProfileDto['criteria'][number];

const ICONS = {
  met: IconCheck,
  partly: IconCheck,
  notMet: IconX,
  notReported: IconQuestionMark,
  selfExempt: IconQuestionMark,
  notApplicable: IconMinus,
  notYetDue: IconMinus,
} as const;

/** The checklist of basic criteria: met or not for a commune, how many communes meet it above that. */
export function CriteriaList(props: { readonly profile: UnitProfileDto }) {
  const { profile } = props;
  const isCommune = profile.unit.level === 'commune';
  const { t, pick, format } = useText();
  const names = useNames();
  const writeShare = format.percents(profile.criteria.map(({ share }) => share));
  const stateColumn = {
    header: t('indicators.task.state'),
    value: (criterion: Criterion) => t(`criterion.${criterion.state}`),
  };
  const countColumns = (['met', 'notMet', 'notReported'] as const).map((state) => ({
    header: t(`criterion.${state}`),
    value: (criterion: Criterion) => criterion[state],
    format: 'integer' as const,
  }));
  const openColumn = {
    header: t('units.criteria.open'),
    value: (criterion: Criterion) => criterionNote({ t, format }, criterion),
  };
  return (
    <>
      <TableMenu
        title={`${t('units.criteria')}: ${names.fullName(profile.unit.code)}`}
        rows={() => profile.criteria}
        count={profile.criteria.length}
        columns={[
          { header: t('units.criteria'), value: pick },
          { header: t('tableExport.code'), value: (criterion) => criterion.code },
          ...(isCommune ? [stateColumn] : [...countColumns, openColumn]),
        ]}
      />
      <ul className={classes.list}>
        {profile.criteria.map((criterion) => (
          <li key={criterion.code} className={classes.item}>
            {isCommune ? (
              <Mark criterion={criterion} profile={profile} />
            ) : (
              <Share criterion={criterion} profile={profile} write={writeShare} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Communes the criterion applies to. */
const owedIn = ({ met, notMet, notReported }: Criterion): number => met + notMet + notReported;

function Mark({ criterion, profile }: { readonly criterion: Criterion; readonly profile: UnitProfileDto }) {
  const { t, pick } = useText();
  const Icon = ICONS[criterion.state];
  return (
    <>
      <span className={classes.icon} data-state={criterion.state} aria-hidden="true">
        <Icon size="0.875rem" stroke={2.6} />
      </span>
      <span className={classes.name}>{pick(criterion)}</span>
      <span className={classes.state} data-state={criterion.state}>
        {t(`criterion.${criterion.state}`)}
      </span>
      <SourceNote
        name={pick(criterion)}
        provenance={criterion.provenance}
        figure={{ cut: profile.cut.id, unit: profile.unit.code, indicator: criterion.code }}
      />
    </>
  );
}

function Share(props: {
  readonly criterion: Criterion;
  readonly profile: UnitProfileDto;
  readonly write: (share: number | null) => string;
}) {
  const text = useText();
  const { t, pick } = text;
  const { criterion, profile } = props;
  const { code: unit } = profile.unit;
  const own = ownText({ unit, kind: 'criterion', own: criterion.own }, text);
  const { met, notMet, notReported, share, state } = criterion;
  const total = owedIn(criterion);
  const open = criterionNote(text, criterion);
  return (
    <>
      <span className={classes.name}>
        {pick(criterion)}
        <StackedBar
          height="0.375rem"
          label={pick(criterion)}
          segments={[
            { tone: 'green', label: t('criterion.met'), value: met },
            { tone: 'red', label: t('criterion.notMet'), value: notMet },
            { tone: 'empty', label: t('criterion.notReported'), value: notReported },
          ]}
        />
      </span>
      <span className={classes.share}>
        {share === null ? (
          <strong>{t(`criterion.${state}`)}</strong>
        ) : (
          <>
            <strong>{props.write(share)}</strong>
            <span>{t('units.criteria.share', { met, total })}</span>
            {open !== '' && <span>{open}</span>}
          </>
        )}
        {own !== null && <span title={t('units.outputs.own.hint')}>{own}</span>}
      </span>
      <WhyButton
        name={pick(criterion)}
        about={{ what: 'figure', unit, indicator: criterion.code }}
        cut={profile.cut.id}
      />
    </>
  );
}
