/** Why a file is refused that states another version of its format than the one that is read, and what it states. */
export interface VersionFault {
  /** `version`: no version that ever was. */
  readonly why: 'newer' | 'version';
  readonly version: string;
  readonly read: number;
}

/** Letters of what a file states that are told. */
const TOLD_LETTERS = 40;

/** Null where the version is the one that is read. Nothing but a whole number above it is a newer one. */
export function versionFault(stated: unknown, read: number): VersionFault | null {
  if (stated === read) return null;
  if (typeof stated === 'number' && Number.isInteger(stated) && stated > read)
    return { why: 'newer', version: String(stated), read };
  const version = stated === undefined ? '' : (JSON.stringify(stated) ?? '').slice(0, TOLD_LETTERS);
  return { why: 'version', version: version === '' ? 'none' : version, read };
}
