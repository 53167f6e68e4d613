import { FREQUENCIES } from '#shared/domain/frequency.ts';
import { INDICATOR_KINDS, SOURCE_KINDS, TASK_SCOPES } from '#shared/domain/model.ts';
import { INDICATOR_ROLES } from '#shared/domain/plan.ts';

/** `words`: one of a few, each with its word in the reader's language; `list`: several, joined by a semicolon. */
export type ColumnType = 'text' | 'number' | 'day' | 'flag' | 'list' | 'words';

export interface PlanColumn {
  readonly field: string;
  readonly type: ColumnType;
  readonly words?: readonly string[];
  /** Those that a list of choices names, where a file may say others and be told why they are refused. */
  readonly offered?: readonly string[];
  readonly width?: number;
}

const text = (field: string, width = 28): PlanColumn => ({ field, type: 'text', width });
const word = (field: string, words: readonly string[]): PlanColumn => ({
  field,
  type: 'words',
  words,
  width: 18,
});
const of = (type: ColumnType, ...fields: string[]): PlanColumn[] =>
  fields.map((field) => ({ field, type, width: 14 }));
const NAMES = [text('code', 22), text('name', 48), text('nameEn', 40)];
const SHORT = [text('shortName'), text('shortNameEn')];

/** The sheets of a plan workbook with their columns; the order is that of a person who writes a plan. */
export const PLAN_SHEETS = {
  /** The revision that the file was exported from: nobody types it. */
  plan: [...NAMES, ...SHORT, ...of('number', 'revision'), text('revisionAt', 24)],
  phases: [...NAMES, ...SHORT, ...of('day', 'start', 'end')],
  pillars: NAMES,
  groups: [...NAMES, ...SHORT],
  indicators: [
    ...NAMES,
    ...SHORT,
    word('kind', INDICATOR_KINDS),
    word('direction', ['up', 'down']),
    ...of('number', 'greenFrom', 'yellowFrom', 'weight', 'minDenominator'),
    ...of('flag', 'decisive'),
    word('role', INDICATOR_ROLES),
    { ...word('asks', ['commune', 'province']), offered: ['commune'] },
    word('frequency', FREQUENCIES),
    ...['definition', 'definitionEn', 'unitLabel', 'unitLabelEn'].map((field) => text(field)),
    ...of('list', 'words', 'numeratorWords'),
    ...of('day', 'from', 'until'),
    word('origin', SOURCE_KINDS),
    text('source'),
  ],
  tasks: [
    ...NAMES,
    ...['group', 'phase', 'pillar'].map((field) => text(field, 14)),
    word('scope', TASK_SCOPES),
    ...['leadAgency', 'leadAgencyEn'].map((field) => text(field)),
    ...of('day', 'start', 'deadline', 'from', 'until'),
    word('origin', SOURCE_KINDS),
    text('source'),
  ],
  extensions: [text('task', 14), ...of('day', 'from', 'deadline'), text('document'), text('reason', 48)],
  outputs: [text('task', 14), text('indicator'), text('province', 14), ...of('number', 'target')],
  difficulties: [...NAMES, ...of('list', 'indicators')],
  notAsked: [text('unit', 14), text('indicator')],
  rules: [text('path', 44), text('value')],
} as const satisfies Record<string, readonly PlanColumn[]>;

export type PlanSheet = keyof typeof PLAN_SHEETS;
export const PLAN_SHEET_NAMES = Object.keys(PLAN_SHEETS) as PlanSheet[];
