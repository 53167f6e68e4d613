import type { ViewedCutDto } from '#shared/contract/words.ts';
import { createFormatter } from '#shared/text/format.ts';
import { statusCutText } from '#shared/text/status-cut.ts';
import { createTranslator } from '#shared/text/translator.ts';

const translator = createTranslator('vi');
const format = createFormatter('vi');

/** 'Số liệu đến 29/12/2025 16:00 (week-2025-12-29)', and of a month whose colours stand there. */
export function asOfLines(cut: ViewedCutDto): string[] {
  return [
    `${translator.t('cut.asOf', { time: format.dateTime(cut.asOf) })} (${cut.id})`,
    ...statusCutLines(cut),
  ];
}

/** Of a month: of which cut its colours are. */
export function statusCutLines(cut: ViewedCutDto): string[] {
  const text = statusCutText(translator, cut);
  return text === '' ? [] : [text];
}
