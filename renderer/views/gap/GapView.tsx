import { Button, SegmentedControl } from '@mantine/core';
import { IconMap2, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { GapList } from '#renderer/panels/gap/GapList.tsx';
import { AskedWords } from '#renderer/panels/why/AskedWords.tsx';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import { Labelled, Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { Answers } from '#shared/contract/contract.ts';
import type { GapMatrix as Matrix } from '#shared/domain/gap.ts';
import type { GapCounts } from '#shared/domain/gap-counts.ts';
import { gapLead } from '#shared/text/gap-text.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import { GapLegend } from './GapLegend.tsx';
import { GapMatrix } from './GapMatrix.tsx';
import classes from './GapView.module.css';
import { chooseCell, chooseLevel, chooseProvince, type GapChoice, useGapChoice } from './use-gap-choice.ts';

/** Chênh lệch: where the report is better than the operation, by matrix and ranked list. */
export function GapView() {
  const { t } = useText();
  const choice = useGapChoice();
  const query = useGap(choice);
  return (
    <div className={classes.page} aria-busy={query.isPlaceholderData || undefined}>
      <Toolbar
        lead={
          query.data === undefined ? undefined : (
            <Lead
              matrix={query.data.matrix}
              gaps={query.data.gaps}
              level={choice.level}
              province={choice.province}
              cut={query.data.cut.id}
            />
          )
        }
      >
        <Labelled label={t('gap.level')}>
          <SegmentedControl
            size="sm"
            aria-label={t('gap.level')}
            value={choice.level}
            onChange={chooseLevel}
            data={[
              { value: 'commune', label: t('gap.level.commune') },
              { value: 'province', label: t('gap.level.province') },
            ]}
          />
        </Labelled>
        {choice.level === 'commune' && (
          <ProvinceSelect
            label={t('gap.province')}
            everywhere={t('gap.province.all')}
            value={choice.province}
            onChange={chooseProvince}
          />
        )}
        <AppLink to="/ban-do" query={{ layer: 'gap', level: choice.level }} className={classes.link ?? ''}>
          <IconMap2 size="1rem" aria-hidden="true" /> {t('gap.onMap')}
        </AppLink>
      </Toolbar>
      {query.data === undefined || query.isError ? (
        <QueryState query={query} />
      ) : (
        <Result data={query.data} choice={choice} />
      )}
    </div>
  );
}

function Result(props: { readonly data: Answers['gap']['get']; readonly choice: GapChoice }) {
  const text = useText();
  const { t } = text;
  const { data, choice } = props;
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Panel title={t('gap.matrix')} note={t('gap.matrix.note')}>
          <GapMatrix matrix={data.matrix} chosen={choice.cell} onChoose={chooseCell} />
          {data.waitingMonth !== null && (
            <p className={classes.rules}>{waitingText(text, data.waitingMonth)}</p>
          )}
          <p className={classes.rules}>{t('gap.rules', { version: data.ruleVersion })}</p>
        </Panel>
        <Panel title={t('gap.legend')}>
          <GapLegend />
        </Panel>
      </div>
      <Ranked choice={choice} units={data.units} />
    </div>
  );
}

function useGap(choice: GapChoice) {
  const { id } = useCut();
  return useQuery(
    useApi().gap.get.queryOptions({
      input: {
        cut: id,
        level: choice.level,
        ...(choice.province === null ? {} : { province: choice.province }),
        ...(choice.cell ?? {}),
      },
      placeholderData: (before) => (before?.level === choice.level ? before : undefined),
    }),
  );
}

/** The headline: units reported better than they operate. */
function Lead(
  props: Pick<GapChoice, 'level' | 'province'> & {
    readonly matrix: Matrix;
    readonly gaps: GapCounts;
    readonly cut: string;
  },
) {
  const text = useText();
  const { level, province, cut } = props;
  const about = { what: 'cell', level, ...(province === null ? {} : { province }) } as const;
  return <AskedWords words={gapLead(text, level, props)} name={text.t('gap.name')} about={about} cut={cut} />;
}

/** Why the chosen cell holds what it does, and the way back to every gap. */
function CellActions(props: {
  readonly choice: GapChoice & { readonly cell: NonNullable<GapChoice['cell']> };
  readonly name: string;
}) {
  const { t } = useText();
  const { id: cut } = useCut();
  const { level, province, cell } = props.choice;
  return (
    <>
      <WhyButton
        name={props.name}
        about={{ what: 'cell', level, ...(province === null ? {} : { province }), ...cell }}
        cut={cut}
      />
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconX size="0.875rem" aria-hidden="true" />}
        onClick={() => chooseCell(null)}
      >
        {t('gap.clear')}
      </Button>
    </>
  );
}

function Ranked(props: {
  readonly choice: GapChoice;
  readonly units: Parameters<typeof GapList>[0]['units'];
}) {
  const text = useText();
  const { t } = text;
  const names = useNames();
  const { cell, level, province } = props.choice;
  const title =
    cell === null
      ? t('gap.list')
      : t('gap.list.cell', {
          reported: t(statusKey(cell.reported)),
          operating: t(statusKey(cell.operating)),
        });
  return (
    <Panel
      title={title}
      note={t('gap.list.count', {
        count: props.units.length,
        lasting: props.units.filter(({ last }) => last !== null).length,
      })}
      className={classes.list}
      flush
      scrolls
      actions={cell !== null && <CellActions choice={{ ...props.choice, cell }} name={title} />}
    >
      {props.units.length === 0 ? (
        <EmptyState
          title={t(cell === null ? 'gap.list.none' : 'gap.list.noneCell')}
          {...(cell === null ? { hint: t('gap.list.none.hint') } : {})}
        />
      ) : (
        <GapList
          caption={title}
          units={props.units}
          withProvince={level === 'commune'}
          filters={filterWords(text, [
            [t('gap.province'), province === null ? null : names.fullName(province)],
            [t('gap.matrix'), cell === null ? null : title],
          ])}
        />
      )}
    </Panel>
  );
}
