/** Of the communes that a criterion is asked of: the share that meets it if none, and if all of the silent do. */
export function criterionBounds(
  met: number,
  { reported, notReported }: { readonly reported: number; readonly notReported: number },
): { readonly atLeast: number; readonly atMost: number } | null {
  const asked = reported + notReported;
  return asked === 0 ? null : { atLeast: met / asked, atMost: (met + notReported) / asked };
}
