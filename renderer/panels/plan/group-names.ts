import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';

interface Group {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Short names of the groups for narrow places; the full name belongs in the title. */
export function useGroupNames() {
  const { pick } = useText();
  const { group: nameOf } = useNames();
  return { shortName: (group: Group): string => nameOf(group.code) ?? pick(group) };
}
