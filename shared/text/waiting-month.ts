import { type Completeness, sentShare } from '#shared/domain/picture.ts';
import type { Formatter } from './format.ts';
import { monthName } from './reason-text.ts';
import type { Translator } from './translator.ts';

/** A month of which too little has come, and the one that speaks in its place. */
type WaitingMonth = (Completeness & { readonly cut: string; readonly instead: string | null }) | null;

type Speaker = Translator & { readonly format: Formatter };

/** 'Số liệu kết quả: tháng 12/2026 mới có 71% báo cáo (20/34 tỉnh đủ); đang dùng tháng 11/2026'; '' where the newest month speaks. */
export function waitingText(speaker: Speaker, month: WaitingMonth): string {
  return month === null ? '' : speaker.t('waitingMonth.long', valuesOf(speaker, month));
}

/** 'tháng 12/2026 mới có 71%', where the month that speaks is named beside it. */
export function waitingShort(speaker: Speaker, month: WaitingMonth): string {
  return month === null ? '' : speaker.t('waitingMonth.short', valuesOf(speaker, month));
}

/** The same for a card: 'Vận hành: tháng 12/2026 mới có 71%, dùng tháng 11/2026'. */
export function waitingBrief(speaker: Speaker, month: WaitingMonth): string {
  return month === null ? '' : speaker.t('waitingMonth.brief', valuesOf(speaker, month));
}

/** On top of every page of a file, where words are in capitals. */
export function waitingMark(speaker: Speaker, month: WaitingMonth): string {
  return waitingBrief(speaker, month).toLocaleUpperCase(speaker.locale);
}

function valuesOf(speaker: Speaker, month: NonNullable<WaitingMonth>) {
  const { provinces, inProvinces, cut, instead } = month;
  return {
    ...{ provinces, inProvinces },
    cut: nameOf(cut, speaker),
    share: speaker.format.percent(sentShare(month)),
    hasOther: instead === null ? 'no' : 'yes',
    instead: nameOf(instead, speaker),
  };
}

const nameOf = (code: string | null, speaker: Speaker): string => monthName(code, speaker) ?? '';
