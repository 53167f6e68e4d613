import { useCallback } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { EntryVerdictDto } from '#shared/contract/entry.ts';
import { problemSentence } from '#shared/text/intake-text.ts';

/** The sentence of a verdict, the same that a file's problem has. */
export function useVerdictText(): (verdict: Pick<EntryVerdictDto, 'code' | 'values'>) => string {
  const text = useText();
  const names = useNames();
  return useCallback(
    (verdict) =>
      problemSentence(verdict, text, {
        cut: names.cut,
        unit: names.fullName,
        indicator: (code) => {
          const found = names.indicator(code);
          return found === undefined ? code : text.pick({ name: found.shortName, nameEn: found.shortNameEn });
        },
      }),
    [text, names],
  );
}
