import { useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { ProblemNames } from '#shared/text/intake-text.ts';

/** Names of cuts, units and indicators inside the sentences of the intake. */
export function useProblemNames(): ProblemNames {
  const names = useNames();
  const { locale } = useText();
  return useMemo(
    () => ({
      cut: names.cut,
      unit: names.fullName,
      indicator: (code) => {
        const found = names.indicator(code);
        if (found === undefined) return code;
        return locale === 'vi' ? found.shortName : found.shortNameEn;
      },
    }),
    [names, locale],
  );
}
