/** A file from outside is not what it claims to be, or asks more of the machine than it may. */
export class UnsoundFile extends Error {
  readonly code: 'FILE_DAMAGED' | 'FILE_ENCRYPTED' | 'ARCHIVE_UNSAFE' | 'LIMIT_EXCEEDED';
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: UnsoundFile['code'], values: UnsoundFile['values'] = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
  }
}
