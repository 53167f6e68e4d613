import { UserError } from '#shared/contract/errors.ts';
import type { PlanProblemDto } from '#shared/contract/plan-revisions.ts';
import { reason } from '#shared/domain/reason.ts';
import { foldText } from '#shared/text/fold.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';
import type { Cell, PlainCell, TableFile } from '../intake/read/table.ts';
import type { RawPlan } from './raw-plan.ts';
import { PLAN_SHEET_NAMES, PLAN_SHEETS, type PlanColumn, type PlanSheet } from './sheets.ts';

type Values = Record<string, unknown>;

interface Line {
  readonly row: number;
  readonly values: Values;
}

interface Reading {
  readonly lines: Map<PlanSheet, Line[]>;
  readonly names: Map<PlanSheet, string>;
  readonly problems: PlanProblemDto[];
}

const TRANSLATORS = [createTranslator('vi'), createTranslator('en')];

/** A workbook's sheets as a plan, with the place of everything in it. PLAN_FILE_REFUSED for one that holds no plan. */
export async function readPlanSheets(file: TableFile, name: string): Promise<RawPlan> {
  const reading: Reading = { lines: new Map(), names: new Map(), problems: [] };
  for (const [at, sheet] of file.sheets.entries()) {
    const known = PLAN_SHEET_NAMES.find((one) => saysWord(sheet.name, one, 'sheet'));
    if (known === undefined) continue;
    reading.names.set(known, sheet.name);
    reading.lines.set(known, await readLines(file, at, known, sheet.name, reading.problems));
  }
  if (!reading.names.has('plan')) throw new UserError('PLAN_FILE_REFUSED', { file: name, why: 'noPlan' });
  return assemble(reading);
}

/** Whether a text is what something is called, in either language, or its own name. */
function saysWord(text: string, name: string, kind: 'sheet' | 'column' | 'word'): boolean {
  const folded = foldText(text);
  return [
    name,
    ...TRANSLATORS.map(({ t }: Translator) => t(`planFile.${kind}.${name}` as 'planFile.sheet.plan')),
  ].some((said) => foldText(said) === folded);
}

async function readLines(
  file: TableFile,
  at: number,
  name: PlanSheet,
  sheet: string,
  problems: PlanProblemDto[],
): Promise<Line[]> {
  const columns: readonly PlanColumn[] = PLAN_SHEETS[name];
  let places: readonly (PlanColumn | undefined)[] | null = null;
  const lines: Line[] = [];
  for await (const batch of file.rows(at)) {
    for (const { row, cells } of batch) {
      const plain = cells.map(plainOf);
      if (plain.every((cell) => cell === null || cell === '')) continue;
      if (places === null) {
        places = plain.map((cell) =>
          columns.find(({ field }) => saysWord(String(cell ?? ''), field, 'column')),
        );
        continue;
      }
      const values: Values = {};
      for (const [place, column] of places.entries()) {
        if (column === undefined) continue;
        const read = readCell(plain[place] ?? null, column);
        if (read === UNREADABLE)
          problems.push(
            unreadable(name, column.field, String(shownOf(plain[place] ?? null)), { sheet, row }),
          );
        else if (read !== null || NULLABLE.has(column.field)) values[column.field] = read;
      }
      lines.push({ row, values });
    }
  }
  return lines;
}

/** Fields that an empty cell says nothing holds for; of any other it says nothing at all. */
const NULLABLE: ReadonlySet<string> = new Set(['role', 'from', 'until', 'pillar', 'source', 'group']);

function plainOf(cell: Cell): PlainCell {
  return typeof cell === 'object' && cell !== null && cell.kind === 'formula' ? cell.value : cell;
}

function shownOf(cell: PlainCell): string | number | boolean | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return cell.kind === 'error' ? cell.error : cell.value;
}

const UNREADABLE = Symbol('unreadable');

function readCell(cell: PlainCell, { type, words = [] }: PlanColumn): unknown {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'object' && cell.kind === 'error') return UNREADABLE;
  const value = shownOf(cell);
  const text = String(value).trim();
  if (text === '') return null;
  switch (type) {
    case 'number':
      return numberOf(cell);
    case 'day':
      return dayOf(cell, text);
    case 'flag':
      return value === true || saysWord(text, 'yes', 'word')
        ? true
        : value === false || saysWord(text, 'no', 'word')
          ? false
          : UNREADABLE;
    case 'list':
      return text
        .split(/[;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'words':
      return words.find((one) => saysWord(text, one, 'word')) ?? UNREADABLE;
    default:
      return text;
  }
}

function numberOf(cell: PlainCell): unknown {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object' && cell?.kind === 'percent') return cell.value / 100;
  const text = String(shownOf(cell)).trim();
  const isPercent = text.endsWith('%');
  const number = Number(text.replace('%', '').trim().replace(',', '.'));
  return Number.isFinite(number) ? (isPercent ? number / 100 : number) : UNREADABLE;
}

function dayOf(cell: PlainCell, text: string): unknown {
  if (typeof cell === 'object' && cell?.kind === 'date') return cell.value.slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? UNREADABLE : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

function unreadable(
  part: PlanSheet,
  field: string,
  value: string,
  place: { readonly sheet: string; readonly row: number },
): PlanProblemDto {
  return {
    path: `${part}.${field}`,
    reason: reason('reason.plan.unreadable', { place: field, value }),
    ...place,
  };
}

function assemble({ lines, names, problems }: Reading): RawPlan {
  const places = new Map<string, { readonly sheet: string; readonly row: number }>();
  const all = [...problems];
  const of = (name: PlanSheet) => lines.get(name) ?? [];
  const place = (name: PlanSheet, row: number) => ({ sheet: names.get(name) ?? name, row });
  const listed = (name: 'phases' | 'pillars' | 'groups' | 'indicators' | 'tasks' | 'difficulties') =>
    of(name).map(({ row, values }, at) => {
      places.set(`${name}.${at}`, place(name, row));
      return values;
    });
  const tasks = listed('tasks').map(
    (task): Values => ({ group: null, leadAgency: '', leadAgencyEn: '', ...task }),
  );
  const byCode = new Map(tasks.map((task, at) => [task.code, { task, at }]));
  const extend = (
    name: 'extensions' | 'outputs',
    add: (values: Values, task: Values, at: number) => string | null,
  ) => {
    for (const { row, values } of of(name)) {
      const found = byCode.get(values.task);
      const path = found === undefined ? null : add(values, found.task, found.at);
      if (path !== null) places.set(path, place(name, row));
      else if (found === undefined)
        all.push({
          path: name,
          reason: reason('reason.plan.unknownTask', { value: String(values.task ?? '') }),
          ...place(name, row),
        });
    }
  };
  extend('extensions', addExtension);
  extend('outputs', addOutput);
  // A sheet that is there says of every task that has no line in it that it has none.
  for (const name of ['extensions', 'outputs'] as const)
    if (names.has(name)) for (const task of tasks) task[name] ??= [];
  for (const { row } of of('plan').slice(0, 1)) places.set('', place('plan', row));
  const notAsked: Record<string, unknown[]> = {};
  for (const { row, values } of of('notAsked')) {
    const unit = String(values.unit ?? '');
    notAsked[unit] = [...(notAsked[unit] ?? []), values.indicator];
    places.set(`notAsked.${unit}`, place('notAsked', row));
  }
  for (const [at, { row, values }] of of('rules').entries()) {
    if (at === 0) places.set('rules', place('rules', row));
    places.set(`rules.${values.path}`, place('rules', row));
  }
  const [head] = of('plan');
  const content = {
    ...head?.values,
    ...{ phases: listed('phases'), groups: listed('groups') },
    ...{ indicators: listed('indicators'), tasks },
    ...(names.has('pillars') ? { pillars: listed('pillars') } : {}),
    ...(names.has('difficulties') ? { difficulties: listed('difficulties') } : {}),
    ...(names.has('notAsked') ? { notAsked } : {}),
  };
  return { content, rules: rulesOf(of('rules')), places, problems: all };
}

/** Each gives the path of what it added to its task. */
function addExtension({ task: _, ...values }: Values, task: Values, at: number): string {
  const before = (task.extensions ?? []) as unknown[];
  task.extensions = [...before, values];
  return `tasks.${at}.extensions.${before.length}`;
}

function addOutput({ task: _, province, ...values }: Values, task: Values, at: number): string {
  const before = (task.outputs ?? []) as Values[];
  if (province === undefined) {
    task.outputs = [...before, values];
    return `tasks.${at}.outputs.${before.length}`;
  }
  const own = before.findIndex(({ indicator }) => indicator === values.indicator);
  const base = before[own] ?? { indicator: values.indicator, target: values.target };
  const provinces = [...((base.provinces ?? []) as unknown[]), { province, target: values.target }];
  const output = { ...base, provinces };
  task.outputs = own < 0 ? [...before, output] : before.with(own, output);
  return `tasks.${at}.outputs.${own < 0 ? before.length : own}.provinces.${provinces.length - 1}`;
}

/** 'operating.greenFrom' | 0,75 of the sheet as an object; null without the sheet. */
function rulesOf(lines: readonly Line[]): unknown {
  if (lines.length === 0) return null;
  const rules: Values = {};
  for (const { values } of lines) {
    const path = String(values.path ?? '').split('.');
    const last = path.pop() ?? '';
    let inner = rules;
    for (const key of path) {
      inner[key] ??= {};
      inner = inner[key] as Values;
    }
    const text = String(values.value ?? '');
    inner[last] = text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  }
  return rules;
}
