import { parseCutCode } from '#shared/domain/cuts.ts';
import { cutNameInside } from './reason-text.ts';
import type { Translator } from './translator.ts';

type Viewed = Parameters<typeof cutNameInside>[0] & {
  readonly statusCut: { readonly id: string; readonly label?: string | null } | null;
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
  const parsed = statusCut === null ? null : parseCutCode(statusCut.id);
  return parsed && cutNameInside({ ...parsed, label: statusCut?.label ?? null }, translator);
}
