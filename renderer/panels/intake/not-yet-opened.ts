/**
 * Planned cuts that are not among the opened ones. The two lists are two answers: a cut that opens between them stands in
 * both until the older answer is asked anew, and a list of choices refuses the same choice twice.
 */
export function notYetOpened<T extends { readonly id: string }>(
  opened: readonly { readonly id: string }[],
  planned: readonly T[],
): readonly T[] {
  const known = new Set(opened.map(({ id }) => id));
  return planned.filter(({ id }) => !known.has(id));
}
