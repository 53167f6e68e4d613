export interface Sort {
  readonly key: string;
  readonly direction: 'up' | 'down';
}

/** Pressing the same column again turns the order round; another column starts in its own way. */
export function nextSort(sort: Sort | undefined, key: string, first: Sort['direction']): Sort {
  if (sort?.key !== key) return { key, direction: first };
  return { key, direction: sort.direction === 'up' ? 'down' : 'up' };
}

/** A sorted copy; names in the order of the language, and whatever is missing last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortBy: (row: Row) => string | number | null,
  direction: Sort['direction'],
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const turn = direction === 'up' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((left, right) => {
      if (left.value === null || right.value === null) {
        return Number(left.value === null) - Number(right.value === null);
      }
      if (typeof left.value === 'number' && typeof right.value === 'number') {
        return turn * (left.value - right.value);
      }
      return turn * collator.compare(String(left.value), String(right.value));
    })
    .map(({ row }) => row);
}
