import { cutNameInside, cutNameOfCode } from './reason-text.ts';
import type { Translator } from './translator.ts';

type Viewed = Parameters<typeof cutNameInside>[0] & {
  readonly statusCut: { readonly id: string } | null;
};

/** 'Màu, điều kiện cơ bản … là của tuần 29/12/2025; chỉ tiêu kết quả là của tháng 01/2026.'; '' of a cut with its own. */
export function statusCutText(translator: Translator, cut: Viewed): string {
  const name = statusCutName(translator, cut);
  return name === null
    ? ''
    : translator.t('statusCut.long', { cut: name, month: cutNameInside(cut, translator) });
}

/** On top of every page of a file, where words are in capitals. */
export function statusCutMark(translator: Translator, cut: Viewed): string {
  const name = statusCutName(translator, cut);
  return name === null
    ? ''
    : translator.t('statusCut.brief', { cut: name }).toLocaleUpperCase(translator.locale);
}

function statusCutName(translator: Translator, { statusCut }: Viewed): string | null {
  return statusCut && cutNameOfCode(statusCut.id, translator);
}
