import { useText } from '#renderer/ground/text.tsx';

interface Group {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Short names of the eight groups for narrow places; the full name belongs in the title. */
export function useGroupNames() {
  const { tryText, pick } = useText();
  return { shortName: (group: Group): string => tryText(`group.${group.code}`) ?? pick(group) };
}
