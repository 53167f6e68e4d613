import type { Names } from '#renderer/ground/names.tsx';
import type { Text } from '#renderer/ground/text.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';

/** Which two cuts stand behind a table of the comparison, as lines for a file. */
export function comparedCuts({ from, to }: ComparisonDto, text: Text, names: Names): string[] {
  return filterWords(text, [
    [text.t('compare.column.before'), names.cut(from.id)],
    [text.t('compare.column.after'), names.cut(to.id)],
  ]);
}
