import type { Translator } from './translator.ts';

/** A problem of a file as the contract carries it; place parts are null where they are not known. */
export interface PlacedProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
}

/** 'Trang “Số liệu”, ô C12: “có lẽ” không phải Có/Không. Hãy ghi Có hoặc Không.' */
export function problemText(problem: PlacedProblem, translator: Translator): string {
  const place = placeText(problem, translator);
  const sentence = translator.tryText(`intake.problem.${problem.code}`, problem.values) ?? problem.code;
  // A limit says what it protects and what to do about it in a sentence of its own.
  const help =
    problem.code === 'LIMIT_EXCEEDED' ? translator.tryText(`intake.limit.${problem.values.limit}`) : null;
  return [place === '' ? sentence : `${place}: ${sentence}`, ...(help === null ? [] : [help])].join(' ');
}

function placeText({ sheet, row, column }: PlacedProblem, { t }: Translator): string {
  if (sheet === null) return row === null ? '' : t('intake.place.row', { row: String(row) });
  if (row === null) return t('intake.place.sheet', { sheet });
  if (column === null) return t('intake.place.sheetRow', { sheet, row: String(row) });
  return t('intake.place.sheetRowColumn', { sheet, row: String(row), column });
}
