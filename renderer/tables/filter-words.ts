import type { Text } from '#renderer/ground/text.tsx';

/** The conditions of a filter as lines for a file: [name, value]; what is not set has no line. */
export function filterWords(
  { t }: Text,
  set: readonly (readonly [string, string | null | false])[],
): string[] {
  return set.flatMap(([name, value]) =>
    value === null || value === false || value === '' ? [] : [t('tableExport.filter.is', { name, value })],
  );
}
