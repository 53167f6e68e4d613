import { readDuty, readOutOfTurn } from '#main/core/ground/calendar/owed-store.ts';
import { collectableCut } from '#main/core/ground/calendar/planned.ts';
import { readPlanHead } from '#main/core/ground/plan/tables-store.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { deadlineOn, isHeld } from '#shared/domain/plan.ts';
import { reportsTask } from '#shared/domain/task-report.ts';
import { foldText } from '#shared/text/fold.ts';
import { createFormatter } from '#shared/text/format.ts';
import { describeUnit } from '../check/lookups.ts';
import { cutLabel } from '../reminder.ts';
import { DIFFICULTY_CODE_LENGTH } from '../reports/plan-words.ts';
import { listOpenDifficulties, loadPlanWords } from '../reports/plan-words-store.ts';
import { isThere, type RegisterUnit } from '../resolve/register.ts';
import { loadIndicatorWords, loadRegisterUnits } from '../store.ts';
import type { TemplateReports } from './report-sheets.ts';
import { writeTemplate } from './write-template.ts';

export interface BuiltTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the templates of a cut have in common; read once for all of them. */
export type TemplateGround = ReturnType<typeof templateGround>;

/** Throws CUT_UNPLANNED. */
export function templateGround(database: ReadDatabase, reference: string | undefined, now: string) {
  const cut = collectableCut(database, reference, now);
  const day = vietnamDay(cut.asOf);
  const outOfTurn = readOutOfTurn(database, cut);
  const units = loadRegisterUnits(database).filter((unit) => isThere(unit, day));
  return {
    database,
    cut,
    duty: 'owes' in cut ? { owes: cut.owes, asks: cut.asks } : readDuty(database, cut),
    day,
    // Only names by code are needed: the look-ups by spelling would cost more than the workbook.
    register: { byCode: new Map(units.map((one) => [one.code, one])) },
    communes: Map.groupBy(
      units.filter(({ level }) => level === 'commune'),
      ({ province }) => province,
    ),
    ruleVersion: readActiveRules(database).version,
    indicators: loadIndicatorWords(database, day).filter(({ code }) => !outOfTurn.has(code)),
    planName: readPlanHead(database).shortName,
    plan: loadPlanWords(database, now),
  };
}

/** The template of a province, or of the Centre. Throws UNIT_UNKNOWN, CUT_UNPLANNED. */
export async function buildTemplate(
  database: ReadDatabase,
  code: string,
  reference: string | undefined,
  now: string,
): Promise<BuiltTemplate> {
  return templateOf(templateGround(database, reference, now), code);
}

/**
 * Criteria for a status cut, outputs for a month, and reports in words where the cut owes them of this body. Throws
 * UNIT_UNKNOWN for a commune and for what is no unit.
 */
export function templateOf(ground: TemplateGround, code: string): BuiltTemplate {
  const { cut, register, day, ruleVersion } = ground;
  const unit = register.byCode.get(code);
  if (unit === undefined || unit.level === 'commune') throw new UserError('UNIT_UNKNOWN', { code });
  const fullName = describeUnit(unit, { register, day });
  const indicators = unit.level === 'country' ? [] : ground.indicators;
  const bytes = writeTemplate({
    plan: ground.planName,
    province: { code, fullName },
    communes: (ground.communes.get(code) ?? []).map((commune) => ({
      code: commune.code,
      fullName: describeUnit({ ...commune, province: null }, { register, day }),
    })),
    cut: {
      code: cut.code,
      label: cutLabel(cut),
      asOf: cut.asOf,
      due: createFormatter('vi').dateTime(cut.dueAt),
    },
    ruleVersion,
    indicators: indicators.filter(({ kind }) => (kind === 'criterion') === (cut.kind !== 'month')),
    reports: isAsked(ground, unit) ? reportsOf(ground, unit) : null,
  });
  return { name: `kh02-mau-${code}-${foldText(fullName).replaceAll(' ', '-')}-${cut.code}.xlsx`, bytes };
}

/** The Centre, whose tasks are all that it reports, is asked wherever somebody asks for its template. */
function isAsked({ duty }: TemplateGround, { code, level }: RegisterUnit): boolean {
  if (level === 'country') return true;
  return duty.owes.includes('taskReports') && (duty.asks === 'all' || duty.asks.includes(code));
}

/** So many open difficulties a template shows again. */
const DIFFICULTIES_SHOWN = 200;

/** Only the tasks that this body reports and that run by then. */
function reportsOf(ground: TemplateGround, { code, level }: RegisterUnit): TemplateReports {
  const { database, plan, day } = ground;
  const names = new Map(plan.categories.map((category) => [category.code, category.name]));
  return {
    tasks: [...plan.tasks.values()]
      .filter((task) => reportsTask(level, task.scope) && task.start <= day && isHeld(task, day))
      .map((task) => ({ ...task, deadline: deadlineOn(task, day) })),
    categories: [...names.values()],
    difficulties: listOpenDifficulties(database, code, day, DIFFICULTIES_SHOWN).map((one) => ({
      code: one.uuid.slice(0, DIFFICULTY_CODE_LENGTH),
      unit: one.unit,
      category: names.get(one.category) ?? one.category,
      text: one.text,
      since: one.reportedOn,
      indicators: one.indicators === null ? '' : (JSON.parse(one.indicators) as string[]).join('; '),
    })),
    planStart: plan.start,
    cutDay: day,
  };
}
