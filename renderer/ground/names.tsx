import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import type { IndicatorDto, TaskRowDto } from '#shared/contract/plan.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import type { ReasonDto } from '#shared/contract/words.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { cutNameOfCode, reasonText } from '#shared/text/reason-text.ts';
import { COUNTRY_CODE, fullUnitName, shortUnitName } from '#shared/text/unit-names.ts';
import { useCut } from './cut.tsx';
import { CutLabels, type Text, useText } from './text.tsx';

export interface Names {
  /** Every unit in force, country first; empty while the list is on its way. */
  readonly units: readonly UnitDto[];
  /** The province of a data file that knows only one; null otherwise. */
  readonly onlyProvince: string | null;
  readonly unit: (code: string) => UnitDto | undefined;
  /** 'Phường Phù Liễn', 'TP. Hải Phòng', 'Cả nước'; the code while the list is on its way. */
  readonly fullName: (code: string) => string;
  /** 'Phù Liễn', 'Hải Phòng'. */
  readonly shortName: (code: string) => string;
  readonly indicator: (code: string) => IndicatorDto | undefined;
  /** Every indicator in the plan's order; empty while the list is on its way. */
  readonly indicators: readonly IndicatorDto[];
  /** A group of tasks as people say it; undefined while the list of tasks is on its way. */
  readonly group: (code: string) => string | undefined;
  /** The phases of the plan's tasks as people say them, by code. */
  readonly phases: ReadonlyMap<string, string>;
  /** The sentence of a reason in the screen's language. */
  readonly reason: (reason: ReasonDto) => string;
  /** 'tuần 28/07/2025' from a cut's code, as it stands inside a sentence. */
  readonly cut: (code: string) => string;
}

const NamesContext = createContext<Names | null>(null);

/** Keeps the names of cuts, units, indicators and tasks at hand, so that screens and sentences can speak of them. */
export function NamesProvider(props: { readonly children: ReactNode }) {
  return (
    <CutLabels labels={useCutLabels()}>
      <OtherNames>{props.children}</OtherNames>
    </CutLabels>
  );
}

function OtherNames(props: { readonly children: ReactNode }) {
  const api = useApi();
  const text = useText();
  const { id, cut } = useCut();
  // Units are those of the cut on screen; while no document has changed any, they are the same at every cut.
  const asOf = cut?.asOf;
  const acts = useQuery(api.units.acts.queryOptions()).data;
  const isDated = asOf !== undefined && acts?.some(({ undoneAt }) => undoneAt === null) === true;
  const input = isDated ? { date: vietnamDay(asOf) } : {};
  const units = useQuery(api.units.list.queryOptions({ input, placeholderData: (before) => before })).data
    ?.units;
  const indicators = useQuery(api.plan.indicators.queryOptions()).data;
  const tasks = useQuery(
    api.plan.tasks.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  ).data?.tasks;
  const byCode = useMemo(() => new Map((units ?? []).map((unit) => [unit.code, unit])), [units]);
  const names = useMemo<Names>(() => {
    const indicatorsByCode = new Map((indicators ?? []).map((item) => [item.code, item]));
    const tasksByCode = new Map((tasks ?? []).map((task) => [task.code, task]));
    const groups = namesOf(
      tasks,
      ({ group, groupName, groupNameEn }) => [group, groupName, groupNameEn],
      text,
    );
    const unitName = nameUnit(byCode, text, fullUnitName);
    const reasonNames = {
      unit: (code: string) => unitName(code),
      task: (code: string) => {
        const task = tasksByCode.get(code);
        return task === undefined ? undefined : text.pick(task);
      },
      indicator: (code: string) => {
        const found = indicatorsByCode.get(code);
        if (found === undefined) return undefined;
        return text.locale === 'vi' ? found.shortName : found.shortNameEn;
      },
      cut: (code: string) => cutNameOfCode(code, text) ?? undefined,
    };
    return {
      units: units ?? [],
      onlyProvince: onlyProvinceOf(units ?? []),
      unit: (code) => byCode.get(code),
      fullName: unitName,
      shortName: nameUnit(byCode, text, shortUnitName),
      indicator: (code) => indicatorsByCode.get(code),
      indicators: indicators ?? [],
      group: (code) => groups.get(code),
      phases: namesOf(tasks, ({ phase, phaseName, phaseNameEn }) => [phase, phaseName, phaseNameEn], text),
      reason: (reason) => reasonText(reason, text, reasonNames),
      cut: (code) => cutNameOfCode(code, text) ?? code,
    };
  }, [byCode, units, indicators, tasks, text]);
  return <NamesContext value={names}>{props.children}</NamesContext>;
}

/** What people call cuts. Months have names of their own too, and stand in no list of weeks. */
function useCutLabels(): ReadonlyMap<string, string | null> {
  const { cuts } = useCut();
  const every = useQuery(useApi().cuts.list.queryOptions({ input: { months: true } })).data ?? cuts;
  return useMemo(() => new Map(every.map(({ id, label }) => [id, label])), [every]);
}

/** What tasks call something, by its code, in the screen's language. */
function namesOf(
  tasks: readonly TaskRowDto[] = [],
  named: (task: TaskRowDto) => readonly [code: string | null, name: string | null, nameEn: string | null],
  { locale }: Text,
): ReadonlyMap<string, string> {
  return new Map(
    tasks.flatMap((task) => {
      const [code, name, nameEn] = named(task);
      const said = locale === 'vi' ? name : nameEn;
      return code === null || said === null ? [] : [[code, said] as const];
    }),
  );
}

function onlyProvinceOf(units: readonly UnitDto[]): string | null {
  const [first, second] = units.filter(({ level }) => level === 'province');
  return first === undefined || second !== undefined ? null : first.code;
}

function nameUnit(
  byCode: ReadonlyMap<string, UnitDto>,
  text: Text,
  write: (unit: UnitDto, locale: Text['locale']) => string,
): (code: string) => string {
  return (code) => {
    const unit = byCode.get(code);
    if (unit !== undefined) return write(unit, text.locale);
    return code === COUNTRY_CODE ? text.t('unitLevel.country') : code;
  };
}

/** Names of units, indicators, tasks and cuts, and sentences that speak of them. */
export function useNames(): Names {
  const names = useContext(NamesContext);
  if (names === null) throw new Error('useNames needs a NamesProvider above it');
  return names;
}
