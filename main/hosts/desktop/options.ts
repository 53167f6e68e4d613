import { parseArgs } from 'node:util';

export interface DesktopOptions {
  readonly data: string | undefined;
  readonly wall: boolean;
}

/**
 * Our own switches among those of Chromium and Electron, which stand in the same line and are not ours to judge;
 * hence unknown ones are let through here and nowhere else.
 */
export function readDesktopOptions(words: readonly string[]): DesktopOptions {
  const options = { data: { type: 'string' }, wall: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true });
  return { data: typeof values.data === 'string' ? values.data : undefined, wall: values.wall === true };
}
