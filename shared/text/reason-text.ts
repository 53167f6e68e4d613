import { parseCutCode } from '#shared/domain/cuts.ts';
import type { CutKind, Reason } from '#shared/domain/model.ts';
import { reasonValueKind } from '#shared/domain/reason.ts';
import { createFormatter, NO_VALUE, writtenDifference } from './format.ts';
import { withProblemSentence } from './intake-text.ts';
import type { MessageValues, Translator } from './translator.ts';

/** Of a weight in a sentence; a rule set may have any. */
const WEIGHT_DIGITS = 3;

/** How codes inside a reason become names in the screen's language; undefined keeps the code. */
export interface ReasonNames {
  readonly unit: (code: string) => string | undefined;
  readonly task: (code: string) => string | undefined;
  readonly indicator: (code: string) => string | undefined;
  readonly cut: (code: string) => string | undefined;
}

/**
 * The sentence of a reason: units, tasks, indicators, days and cuts in words, numbers as the language writes them.
 * A reason whose sentence is missing is shown as its code, so that it is seen and mended rather than lost.
 */
export function reasonText(reason: Reason, translator: Translator, names: ReasonNames): string {
  const values: Record<string, MessageValues[string]> = {};
  for (const [key, value] of Object.entries(reason.values)) {
    values[key] = typeof value === 'string' ? inWords(key, value, translator, names) : (value ?? NO_VALUE);
  }
  const fall = writtenFall(reason.values);
  if (fall !== null) values.fall = fall;
  const sentence = translator.tryText(reason.code, withProblemSentence(values, translator)) ?? reason.code;
  return `${sentence}${restingText(values, translator)}`;
}

/** A fall as the two shares beside it are written, where that leaves it on its side of the threshold. */
function writtenFall({ before, after, fall, threshold }: Reason['values']): number | null {
  if (typeof before !== 'number' || typeof after !== 'number' || typeof fall !== 'number') return null;
  const written = writtenDifference(before, after);
  if (written === null || typeof threshold !== 'number') return written;
  return Math.sign(written - threshold) === Math.sign(fall - threshold) ? written : null;
}

/** By what it was known last, or of which month the figures are, after a sentence that does not say so itself. */
function restingText({ knownOn, basedOn }: MessageValues, { t }: Translator): string {
  if (typeof knownOn === 'string') return ` ${t('resting.knownOn', { cut: knownOn })}`;
  return typeof basedOn === 'string' ? ` ${t('resting.basedOn', { cut: basedOn })}` : '';
}

function inWords(key: string, value: string, translator: Translator, names: ReasonNames): string {
  const kind = reasonValueKind(key);
  switch (kind) {
    case undefined:
      return value;
    case 'day':
      return createFormatter(translator.locale).date(value);
    case 'units':
      return namesOf(value, names.unit);
    case 'indicators':
      return namesOf(value, names.indicator);
    case 'rules':
      return namesOf(value, (rule) => translator.tryText(`rule.${rule}`) ?? undefined);
    case 'weights':
      return value
        .split(',')
        .map((part) => writeWeight(part, translator, names))
        .join(' + ');
    case 'files':
      return value
        .split(',')
        .map((part) => writeFiles(part, translator, names))
        .join(', ');
    default:
      return names[kind](value) ?? value;
  }
}

function namesOf(codes: string, nameOf: (code: string) => string | undefined): string {
  return codes
    .split(',')
    .map((code) => nameOf(code) ?? code)
    .join(', ');
}

/** 'Nộp trực tuyến 3 × 0,5' of 'code 3 0.5'. */
function writeWeight(part: string, { locale }: Translator, names: ReasonNames): string {
  const [code = '', weight, points] = part.split(' ');
  const { number } = createFormatter(locale);
  return `${names.indicator(code) ?? code} ${number(Number(weight), WEIGHT_DIGITS)} × ${number(Number(points), 1)}`;
}

/** 'Nộp trực tuyến (2)' of 'code 2'. */
function writeFiles(part: string, { locale }: Translator, names: ReasonNames): string {
  const [code = '', files] = part.split(' ');
  return `${names.indicator(code) ?? code} (${createFormatter(locale).number(Number(files))})`;
}

/** 'Tuần 28/07/2025', 'Thời điểm 31/07/2025 16:00', 'Tháng 07/2025 (Tổng kết)': what names a cut to a person. */
export function cutName(
  cut: {
    readonly kind: CutKind;
    readonly start: string;
    readonly asOf: string;
    readonly label?: string | null;
  },
  translator: Translator,
): string {
  const format = createFormatter(translator.locale);
  const dates: Readonly<Record<CutKind, string>> = {
    moment: format.dateTime(cut.asOf),
    day: format.date(cut.asOf),
    // A week is named by the Monday it closes on, as its code is; it began six days before.
    week: format.date(cut.asOf),
    month: format.month(cut.start),
  };
  const name = translator.t('cut.name', {
    kind: translator.t(`cutKind.${cut.kind}`),
    date: dates[cut.kind],
  });
  return cut.label == null ? name : `${name} (${cut.label})`;
}

/** The same name inside a sentence: 'từ tuần 28/07/2025'. */
export function cutNameInside(cut: Parameters<typeof cutName>[0], translator: Translator): string {
  const name = cutName(cut, translator);
  return `${name.slice(0, 1).toLocaleLowerCase(translator.locale)}${name.slice(1)}`;
}

/** The same of a cut of which only the code is at hand, with what people call it; null where no cut has such a code. */
export function cutNameOfCode(code: string, translator: Translator): string | null {
  const parsed = parseCutCode(code);
  if (parsed === null) return null;
  return cutNameInside({ ...parsed, label: translator.cutLabel?.(code) ?? null }, translator);
}

/** 'tháng 11/2025 (Tổng kết)' of 'month-2025-11'; null for any other cut, whose day stands on every page anyway. */
export function monthName(cut: string | null | undefined, translator: Translator): string | null {
  return cut != null && parseCutCode(cut)?.kind === 'month' ? cutNameOfCode(cut, translator) : null;
}

/** The title with the month whose figures stand below it, where they are those of a month. */
export function titleWithMonth(
  title: string,
  cut: string | null | undefined,
  translator: Translator,
): string {
  const month = monthName(cut, translator);
  return month === null ? title : `${title}, ${month}`;
}
