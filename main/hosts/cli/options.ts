import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { WorkspacePlaces } from '#main/core/desk/workspace/service.ts';
import { UserError } from '#shared/contract/errors.ts';
import { type Day, dayNumber } from '#shared/domain/periods.ts';
import { readWrittenDay } from '#shared/text/written-day.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that every command takes. */
export const COMMON = {
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  'begin-anew': { type: 'boolean', default: false },
  who: { type: 'string' },
} as const satisfies Options;

export interface CommonOptions {
  readonly data?: string | undefined;
  readonly json: boolean;
  readonly 'begin-anew': boolean;
  /** Who does it, whoever this machine knows. */
  readonly who?: string | undefined;
  /** Of commands that speak of more than one workspace. */
  readonly places?: WorkspacePlaces;
}

/** The options of a command by name. Throws OPTION_UNKNOWN for any other word: nothing is guessed. */
export function readOptions<const Known extends Options>(words: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('OPTION_UNKNOWN', { option: text.split('. ')[0] ?? text }, { cause });
  }
}

/** The options of a command that also takes words of its own (`compare CUT CUT`). */
export function readWords<const Known extends Options>(words: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('OPTION_UNKNOWN', { option: text.split('. ')[0] ?? text }, { cause });
  }
}

const OPTIONS_OF_ALL: readonly string[] = Object.keys(COMMON);

/**
 * Refuses options that this act of a command does not use, though another act of it does: what somebody asks for is done
 * or refused, never passed over. OPTION_UNKNOWN names the option and the act.
 */
export function requireTaken(
  words: readonly string[],
  act: string,
  taken: readonly string[],
  ofAll = OPTIONS_OF_ALL,
): void {
  const { tokens } = parseArgs({ args: [...words], strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens)
    if (token.kind === 'option' && !taken.includes(token.name) && !ofAll.includes(token.name))
      throw new UserError('OPTION_UNKNOWN', { option: `${act} ${token.rawName}` });
}

/** One of the words an option allows; OPTION_UNKNOWN for any other. */
export function oneOf<const Word extends string>(
  option: string,
  value: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UserError('OPTION_UNKNOWN', { option: `${option} ${value}` });
  return found;
}

/** A day as a person writes it (31/12/2026) or as files do (2026-12-31). */
export function readDay(option: string, text: string): Day {
  const day = dayNumber(text) === null ? readWrittenDay(text) : text;
  if (day === null) throw new UserError('OPTION_UNKNOWN', { option: `${option} ${text}` });
  return day;
}
