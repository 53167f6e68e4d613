import type { Reason } from '#shared/domain/model.ts';
import { dayNumber } from '#shared/domain/periods.ts';
import type { FieldValue, PlanDifference } from '#shared/domain/plan-change.ts';
import type { PlanClash } from '#shared/domain/plan-merge.ts';
import type { PlanProblem } from '#shared/domain/plan-problems.ts';
import { reasonValueKind } from '#shared/domain/reason.ts';
import { createFormatter, NO_VALUE } from './format.ts';
import { type ReasonNames, reasonText } from './reason-text.ts';
import type { Translator } from './translator.ts';

/** Codes stand in a plan file as they are: whoever mends the file looks for them there. */
const CODES: ReasonNames = {
  unit: () => undefined,
  task: () => undefined,
  indicator: () => undefined,
  cut: () => undefined,
};

/** A problem with the place where it stood in a workbook. */
interface PlacedProblem extends PlanProblem {
  readonly sheet: string | null;
  readonly row: number | null;
}

/** What is wrong with a plan, and where: sheet and row, else the place inside the file ('Nhiệm vụ 4, Thời hạn'). */
export function planProblemText(
  { reason, sheet, row, path }: PlacedProblem,
  file: string | null,
  translator: Translator,
): string {
  const sentence = planReasonText(reason, translator);
  if (file === null) return sentence;
  if (sheet !== null && row !== null)
    return translator.t('planFile.problemAt', { file, sheet, row, sentence });
  if (path === '') return `${file}: ${sentence}`;
  return translator.t('planFile.problemIn', { file, path: planPlaceText(path, translator), sentence });
}

/** The sentence alone; the field it speaks of is called as the column of a plan workbook. */
export function planReasonText(reason: Reason, translator: Translator): string {
  const { date } = createFormatter(translator.locale);
  const inWords = (key: string, value: unknown) => {
    if (typeof value !== 'string') return value as number;
    if (key === 'place') return fieldText(value, translator);
    // Days that only a plan speaks of; the others are written where every reason is.
    return reasonValueKind(key) === undefined && dayNumber(value) !== null ? date(value) : value;
  };
  const values = Object.entries(reason.values).map(([key, value]) => [key, inWords(key, value)]);
  return reasonText({ ...reason, values: Object.fromEntries(values) }, translator, CODES);
}

function planPlaceText(path: string, translator: Translator): string {
  const [part = '', at, ...fields] = path.split('.');
  const sheet = translator.tryText(`planFile.sheet.${part}`) ?? fieldText(part, translator);
  const entry = at === undefined ? '' : ` ${/^\d+$/.test(at) ? Number(at) + 1 : at}`;
  const field = fields.filter((name) => !/^\d+$/.test(name)).map((name) => fieldText(name, translator));
  return [`${sheet}${entry}`, ...field].join(', ');
}

/** What a field of a plan is called; one that has no name stays as it is written. */
export function fieldText(field: string, { tryText }: Translator): string {
  const keys = ['planFile.column', 'planFile.sheet', 'rules'].map((kind) => `${kind}.${field}`);
  return keys.map((key) => tryText(key)).find((text) => text !== null) ?? field;
}

/** 'Nhiệm vụ 0.02, thay đổi: Thời hạn 30/06/2025 -> 31/03/2026'. */
export function planDifferenceText(difference: PlanDifference, translator: Translator): string {
  const { t, locale } = translator;
  const { part, code, kind, fields } = difference;
  const name = locale === 'vi' ? difference.name : difference.nameEn;
  const subject = [t(`planFile.sheet.${part}`), code].join(' ').trim();
  const said = `${subject}${name === '' || part === 'plan' ? '' : ` (${name})`}: ${t(`planChange.${kind}`)}`;
  if (fields.length === 0) return said;
  const changes = fields.map(({ field, before, after, isShare }) =>
    t('planChange.field', {
      field: fieldText(field, translator),
      before: valueText(before, translator, isShare),
      after: valueText(after, translator, isShare),
    }),
  );
  return `${said}; ${changes.join('; ')}`;
}

interface KeptField {
  readonly part: string;
  readonly field: string;
  readonly codes: readonly string[];
}

/** 'Tệp không ghi “Quyết định” của 3 chỉ tiêu (…): giữ như kế hoạch đang dùng.' */
export function keptText({ part, field, codes }: KeptField, translator: Translator): string {
  return translator.t('planChange.kept', {
    field: fieldText(field, translator),
    part: translator.tryText(`planFile.sheet.${part}`) ?? part,
    count: codes.length,
    codes: codes.slice(0, NAMED_AT_MOST).join(', '),
    more: Math.max(0, codes.length - NAMED_AT_MOST),
  });
}

const NAMED_AT_MOST = 5;

function valueText(value: FieldValue, { t, tryText, locale }: Translator, isShare: boolean) {
  if (value === null || value === '') return NO_VALUE;
  const format = createFormatter(locale);
  if (typeof value === 'boolean') return t(value ? 'planFile.word.yes' : 'planFile.word.no');
  if (typeof value === 'number') return isShare ? format.percent(value) : format.number(value, 4);
  if (dayNumber(value) !== null) return format.date(value);
  // Lists (outputs, extensions) are said by how many there are: what they say is in the plan file.
  const items = value.startsWith('[') || value.startsWith('{') ? itemsOf(value) : null;
  return items === null
    ? (tryText(`planFile.word.${value}`) ?? value)
    : t('planChange.items', { count: items });
}

function itemsOf(text: string): number | null {
  try {
    const value: unknown = JSON.parse(text);
    return Object.keys(value as object).length;
  } catch {
    return null;
  }
}

interface Replacing {
  readonly replaces: string;
  readonly differences: readonly Pick<PlanDifference, 'kind'>[];
}

/** That a file replaces the whole plan, why, and how much of it. */
export function replacesText({ replaces, differences }: Replacing, { t }: Translator): string {
  const count = (...kinds: PlanDifference['kind'][]) =>
    differences.filter(({ kind }) => kinds.includes(kind)).length;
  return t('planChange.replaces', {
    replaces,
    ...{ added: count('added'), gone: count('retired', 'removed'), changed: count('changed') },
  });
}

/** 'Nhiệm vụ 0.02: Thời hạn'. */
export function planClashText({ part, code, field }: PlanClash, translator: Translator): string {
  const subject = [translator.t(`planFile.sheet.${part}`), code].join(' ').trim();
  return field === '' ? subject : `${subject}: ${fieldText(field, translator)}`;
}
