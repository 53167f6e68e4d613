import { stopWhenAsked } from '#main/core/work/progress.ts';
import type { AlertDto } from '#shared/contract/alerts.ts';
import type { PlanHeadDto } from '#shared/contract/application.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import type { Answers, Client } from '#shared/contract/contract.ts';
import { everyPage } from '#shared/contract/every-page.ts';
import type { MapColumnsDto } from '#shared/contract/map.ts';
import type { CollectingCutDto } from '#shared/contract/picture.ts';
import type { IndicatorDto, TaskRowDto } from '#shared/contract/plan.ts';
import type { SnapshotReport, Verdict } from '#shared/contract/snapshots.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import type { CutDto, ReasonDto } from '#shared/contract/words.ts';
import { cutsBefore, statusCutFor } from '#shared/domain/cuts.ts';
import type { SourceKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { IndicatorRole } from '#shared/domain/plan.ts';
import { fileNameOf } from '#shared/text/file-name.ts';
import type { NameBook } from './say.ts';

/** Alerts somebody still has to care for; pending ones are not yet sure, resolved ones are over. */
/** More than any briefing prints, and the contract's limit of one question. */
const ALERTS_AT_MOST = 5000;

/** What every briefing rests on. */
export interface Facts {
  readonly now: StatusReportDto;
  readonly before: StatusReportDto | null;
  /** What changed since then, on the communes that reported at both. */
  readonly change: Pick<ComparisonDto, 'country' | 'provinces'> | null;
  readonly cuts: readonly CutDto[];
  readonly units: readonly UnitDto[];
  readonly indicators: readonly IndicatorDto[];
  /** Kinds of the sources that the figures of the cut rest on, the weightiest first. */
  readonly origins: readonly SourceKind[];
  /** The data file that the figures come from; null for those of this machine. */
  readonly file: {
    readonly name: string;
    readonly verdict: Verdict;
    readonly isJudgedAnew: boolean;
  } | null;
  readonly names: NameBook;
  readonly tasks: readonly TaskRowDto[];
  readonly plan: PlanHeadDto;
  /** How many provinces are in where the cut came after the picture and is still collected; null where it is no such cut. */
  readonly collecting: Pick<CollectingCutDto, 'provinces' | 'inProvinces'> | null;
  /** The thresholds the figures were judged by. */
  readonly rules: Awaited<ReturnType<Client['rules']['get']>>['rules'];
}

export interface FactsOptions {
  readonly cut?: string | undefined;
  /** A cut's code; null for no comparison; absent for the cut before. */
  readonly compare?: string | null | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks for what every briefing needs. UserError CUT_UNKNOWN when a cut does not exist. */
export async function gatherFacts(client: Client, options: FactsOptions): Promise<Facts> {
  const call = options.signal === undefined ? {} : { signal: options.signal };
  const now = await client.status.get(options.cut === undefined ? {} : { cut: options.cut }, call);
  const cuts = await client.cuts.list(undefined, call);
  const statusCut = statusCutOf(now.cut, cuts);
  const compare =
    options.compare === undefined ? (cutsBefore(cuts, statusCut)[0]?.id ?? null) : options.compare;
  const before = compare === null ? null : await client.status.get({ cut: compare }, call);
  const change =
    before === null ? null : await client.compare.cuts({ from: before.cut.id, to: now.cut.id }, call);
  const [origins, unitList, indicators, taskList, rules, opened, { plan }, cycles, withMonths] =
    await Promise.all([
      client.cuts.origins({ cut: now.cut.id }, call),
      client.units.list({ date: vietnamDay(statusCut.asOf), others: true }, call),
      client.plan.indicators(undefined, call),
      client.plan.tasks({ cut: now.cut.id }, call),
      client.rules.get({ version: now.ruleVersion }, call),
      client.snapshots.current(undefined, call),
      client.application.info(undefined, call),
      client.picture.get(undefined, call),
      client.cuts.list({ months: true }, call),
    ]);
  return {
    now,
    before,
    change,
    cuts,
    units: unitList.units,
    indicators,
    origins,
    file: opened === null ? null : fileOf(opened.report),
    names: {
      unit: new Map([...unitList.others, ...unitList.units].map((unit) => [unit.code, unit])),
      task: new Map(taskList.tasks.map((task) => [task.code, task])),
      indicator: new Map(
        indicators.map((item) => [item.code, { name: item.shortName, nameEn: item.shortNameEn }]),
      ),
      cutLabels: new Map(withMonths.map(({ id, label }) => [id, label])),
    },
    tasks: taskList.tasks,
    plan,
    collecting: opened === null ? collectingOf(cycles, now.cut) : null,
    rules: rules.rules,
  };
}

/** Where the statuses of a cut are. */
function statusCutOf(cut: CutDto, cuts: readonly CutDto[]): CutDto {
  const named = (one: CutDto) => ({ ...one, code: one.id });
  return statusCutFor(cuts.map(named), named(cut)) ?? cut;
}

export interface AlertFacts {
  readonly total: number;
  readonly critical: number;
  /** Those that fired at the cut itself. */
  readonly fresh: number;
  readonly byRule: Readonly<Record<string, number>>;
  readonly byProvince: readonly { readonly code: string; readonly total: number }[];
  readonly alerts: readonly AlertDto[];
}

/** Open alerts at the cut of the whole country or of one unit and all below it. */
export async function gatherAlerts(client: Client, cut: string, unit?: string): Promise<AlertFacts> {
  const asked = { cut, ...(unit === undefined ? {} : { unit }) };
  const [list, fresh] = await Promise.all([
    client.alerts.list({ ...asked, limit: ALERTS_AT_MOST }),
    client.alerts.list({ ...asked, since: cut, limit: 1 }),
  ]);
  return {
    total: list.total,
    critical: list.bySeverity.critical,
    fresh: fresh.total,
    byRule: list.byRule,
    byProvince: list.byProvince,
    alerts: list.alerts,
  };
}

export interface OverdueTask {
  readonly task: TaskRowDto;
  readonly reasons: readonly ReasonDto[];
  /** What the bodies that owe it say of it. */
  readonly units: Awaited<ReturnType<Client['plan']['task']>>['units'];
}

/** Overdue tasks, latest first, with the reasons of their state. */
async function gatherOverdue(client: Client, facts: Facts): Promise<OverdueTask[]> {
  const overdue = facts.tasks.filter((task) => task.schedule === 'overdue');
  const details = await Promise.all(
    overdue.map((task) => client.plan.task({ code: task.code, cut: facts.now.cut.id })),
  );
  return details
    .map(({ task, reasons, units }) => ({ task, reasons, units }))
    .sort((left, right) => compareText(left.task.deadline, right.task.deadline));
}

/** One output indicator by province. */
export interface IndicatorFacts {
  readonly figuresCut: string | null;
  readonly byProvince: ReadonlyMap<string, number | null>;
}

/** The code of the indicator of a role; undefined where the plan has none. */
export function codeOf({ indicators }: Pick<Facts, 'indicators'>, role: IndicatorRole): string | undefined {
  return indicators.find((one) => one.role === role)?.code;
}

/** Values by province; none of an indicator that the plan does not have. */
async function gatherIndicator(
  client: Client,
  cut: string,
  code: string | undefined,
): Promise<IndicatorFacts> {
  if (code === undefined) return { figuresCut: null, byProvince: new Map() };
  const columns = await client.map.indicator({ cut, level: 'province', code });
  const pairs = columns.codes.map((unit, index) => [unit, columns.values[index] ?? null] as const);
  return { figuresCut: columns.figuresCut, byProvince: new Map(pairs) };
}

export interface NationalFacts extends Facts {
  readonly history: Awaited<ReturnType<Client['status']['history']>>;
  readonly communes: MapColumnsDto;
  readonly communesBefore: MapColumnsDto | null;
  readonly online: IndicatorFacts;
  readonly alerts: AlertFacts;
  readonly overdue: readonly OverdueTask[];
  readonly difficulties: readonly DifficultyFact[];
  readonly forecast: Awaited<ReturnType<Client['forecast']['get']>>;
  /** The gaps of the communes of each province that has any, or may have. */
  readonly gapsByProvince: NonNullable<Awaited<ReturnType<Client['gap']['get']>>['byProvince']>;
}

export interface DifficultyFact {
  readonly province: string;
  readonly difficulty: {
    readonly category: string;
    readonly name: string;
    readonly nameEn: string;
    readonly text: string;
    readonly reportedOn: string;
  };
}

/** Everything of the national briefing. The signal stops between two questions. */
export async function gatherNational(client: Client, options: FactsOptions): Promise<NationalFacts> {
  const facts = await gatherFacts(client, options);
  const cut = facts.now.cut.id;
  stopWhenAsked(options.signal);
  const history = (await client.status.history({})).filter((point) => point.asOf <= facts.now.cut.asOf);
  const communes = await client.map.statuses({ cut, level: 'commune' });
  const communesBefore = facts.before
    ? await client.map.statuses({ cut: facts.before.cut.id, level: 'commune' })
    : null;
  stopWhenAsked(options.signal);
  return {
    ...facts,
    history,
    communes,
    communesBefore,
    online: await gatherIndicator(client, cut, codeOf(facts, 'onlineSubmission')),
    alerts: await gatherAlerts(client, cut),
    overdue: await gatherOverdue(client, facts),
    difficulties: await gatherDifficulties(client, cut),
    forecast: await client.forecast.get({ cut }),
    gapsByProvince: (await client.gap.get({ cut, level: 'commune', byProvince: true })).byProvince ?? [],
  };
}

/** Open difficulties at the cut of the country or of one unit and all below it, with their category's name. */
export async function gatherDifficulties(
  client: Client,
  cut: string,
  unit?: string,
): Promise<DifficultyFact[]> {
  const asked = unit === undefined ? { cut, open: true } : { cut, open: true, unit };
  const difficulties = await everyPage(
    async (page) => (await client.difficulties.list({ ...asked, ...page })).difficulties,
  );
  const { categories } = await client.difficulties.list({ ...asked, limit: 1 });
  const names = new Map(categories.map((category) => [category.code, category]));
  return difficulties.map((difficulty) => {
    const { name, nameEn } = names.get(difficulty.category) ?? {
      name: difficulty.category,
      nameEn: difficulty.category,
    };
    return {
      province: difficulty.unit.province ?? difficulty.unit.code,
      difficulty: { ...difficulty, name, nameEn },
    };
  });
}

/** The same order on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A share as the figure cards and sentences need it: null only when nothing was reported. */
export function totalReported(report: StatusReportDto): number {
  const { green, yellow, red } = report.national.reported;
  return green + yellow + red;
}

function fileOf({ file, verdict, isJudgedAnew }: SnapshotReport): Facts['file'] {
  return { name: fileNameOf(file), verdict, isJudgedAnew };
}

/** Weeks and months have a picture each. */
function collectingOf(
  { statuses, months }: Answers['picture']['get'],
  { id }: Pick<CutDto, 'id'>,
): Facts['collecting'] {
  const found = [...statuses.collecting, ...months.collecting].find(({ cut }) => cut.id === id);
  if (found === undefined) return null;
  const { provinces, inProvinces } = found;
  return { provinces, inProvinces };
}
