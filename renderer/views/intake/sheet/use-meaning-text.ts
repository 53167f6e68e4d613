import { useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { SheetColumn } from './overlay.ts';

/** What a column was taken to mean, in a few words: 'Thiết bị số (giá trị)'. */
export function useMeaningText(): (column: Pick<SheetColumn, 'meaning' | 'certainty'>) => string {
  const { t, tryText, locale } = useText();
  const names = useNames();
  return useMemo(
    () =>
      ({ meaning, certainty }) => {
        const [role = '', code = ''] = meaning.split(':');
        const part = tryText(`intake.meaning.${role}`) ?? t('intake.meaning.unknown');
        const indicator = names.indicator(code);
        const name =
          indicator === undefined ? null : locale === 'vi' ? indicator.shortName : indicator.shortNameEn;
        const words = name === null ? part : t('intake.sheet.columnOf', { indicator: name, part });
        if (certainty === 'none') return t('intake.meaning.unknown');
        return certainty === 'suggested' ? t('intake.sheet.perhaps', { meaning: words }) : words;
      },
    [t, tryText, locale, names],
  );
}
