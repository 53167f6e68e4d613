import type { Reason, UnitKind } from '#shared/domain/model.ts';
import { dayNumber } from '#shared/domain/periods.ts';
import { createFormatter } from './format.ts';
import { cutNameOfCode } from './reason-text.ts';
import type { Translator } from './translator.ts';
import { fullUnitName } from './unit-names.ts';

interface Named {
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string;
}

interface Part {
  readonly code: string;
  readonly isPart: boolean;
}

interface Change {
  readonly begun: readonly (Named & {
    readonly code: string;
    readonly parent: string;
    readonly madeFrom: readonly Part[];
  })[];
  readonly ended: readonly { readonly code: string; readonly into: readonly string[] }[];
  readonly changed: readonly { readonly code: string; readonly before: Named; readonly after: Named }[];
  readonly enlarged: readonly { readonly code: string; readonly by: readonly Part[] }[];
  readonly reduced: readonly { readonly code: string; readonly into: readonly string[] }[];
}

interface Looked {
  readonly change: Change;
  readonly names: Readonly<Record<string, Named>>;
  readonly touched: { readonly figures: number; readonly reports: number; readonly alerts: number };
  readonly cuts: readonly string[];
  readonly undrawn: readonly string[];
  readonly outdated: readonly string[];
}

interface Problem {
  readonly reason: Reason;
  readonly sheet: string | null;
  readonly row: number | null;
}

/** What is wrong with a file of unit acts, and where: 'a.xlsx, trang “Thay đổi đơn vị”, dòng 4: …'. */
export function unitActProblemText(
  { reason, sheet, row }: Problem,
  file: string,
  translator: Translator,
): string {
  const { t, tryText, locale } = translator;
  const { date } = createFormatter(locale);
  const inWords = (key: string, value: string | number | null): string | number => {
    if (typeof value !== 'string') return value ?? '';
    if (key === 'column') return tryText(`unitFile.column.${value}`) ?? value;
    if (key === 'act') return tryText(`unitFile.act.${value}`) ?? value;
    return dayNumber(value) === null ? value : date(value);
  };
  const values = Object.fromEntries(
    Object.entries(reason.values).map(([key, value]) => [key, inWords(key, value)]),
  );
  const sentence = tryText(reason.code, values) ?? reason.code;
  if (row === null) return t('unitFile.problemIn', { file, sentence });
  // A CSV has one sheet, which bears the name of the file.
  if (sheet === null || sheet === file) return t('unitFile.problemRow', { file, row, sentence });
  return t('unitFile.problemAt', { file, sheet, row, sentence });
}

/** What a document does, a line each: units that begin, end, change, grow, shrink. */
export function unitChangeLines(
  { begun, ended, changed, enlarged, reduced }: Change,
  names: Looked['names'],
  { t, locale }: Translator,
): string[] {
  const named = (code: string): string => {
    const unit = names[code];
    return unit === undefined ? code : `${fullUnitName({ code, ...unit }, locale)} (${code})`;
  };
  const listed = (codes: readonly string[]): string => codes.map(named).join(', ');
  const parts = (all: readonly Part[]): string =>
    all
      .map(({ code, isPart }) => (isPart ? t('unitActs.partOf', { unit: named(code) }) : named(code)))
      .join(', ');
  const begins = begun.map(({ code, parent, madeFrom, ...unit }) => {
    const words = {
      unit: `${fullUnitName({ code, ...unit }, locale)} (${code})`,
      place: named(parent),
      parts: parts(madeFrom),
    };
    if (parent === 'VN') return t('unitActs.beginsProvince', words);
    return t(madeFrom.length === 0 ? 'unitActs.begins' : 'unitActs.beginsFrom', words);
  });
  return [
    ...begins,
    ...ended.map(({ code, into }) =>
      t(into.length === 0 ? 'unitActs.endsNowhere' : 'unitActs.ends', {
        unit: named(code),
        into: listed(into),
      }),
    ),
    ...changed.map(({ code, before, after }) =>
      t('unitActs.changes', {
        before: `${fullUnitName({ code, ...before }, locale)} (${code})`,
        after: fullUnitName({ code, ...after }, locale),
      }),
    ),
    ...enlarged.map(({ code, by }) => t('unitActs.grows', { unit: named(code), parts: parts(by) })),
    ...reduced.map(({ code, into }) => t('unitActs.shrinks', { unit: named(code), into: listed(into) })),
  ];
}

/** What it touches: figures, alerts, cuts, the map. */
export function unitTouchedLines(
  { touched, cuts, undrawn, outdated, names, change }: Looked,
  translator: Translator,
): string[] {
  const { t, locale } = translator;
  const cutNamed = (code: string): string => cutNameOfCode(code, translator) ?? code;
  const { figures, reports, alerts } = touched;
  const own = new Map(change.begun.map((unit) => [unit.code, unit]));
  const named = (code: string): string => {
    const unit = own.get(code) ?? names[code];
    return unit === undefined ? code : fullUnitName({ ...unit, code }, locale);
  };
  return [
    figures + reports + alerts === 0
      ? t('unitActs.untouched')
      : t('unitActs.touched', { figures, reports, alerts }),
    cuts.length === 0
      ? t('unitActs.noCuts')
      : t('unitActs.cuts', { count: cuts.length, cuts: cuts.map(cutNamed).join(', ') }),
    undrawn.length === 0
      ? t('unitActs.drawn')
      : t('unitActs.undrawn', { units: undrawn.map(named).join(', ') }),
    ...(outdated.length === 0 ? [] : [t('unitActs.outdated', { units: outdated.map(named).join(', ') })]),
  ];
}
