import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { writeAtomically } from '#main/core/files/atomic-write.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { requirePerson } from '#main/hosts/cli/call.ts';
import type { CommonOptions } from '#main/hosts/cli/options.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { UnitActsTakenDto } from '#shared/contract/unit-acts.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { unitActProblemText, unitChangeLines, unitTouchedLines } from '#shared/text/unit-acts-text.ts';

export interface UnitActOptions extends CommonOptions {
  readonly 'dry-run'?: boolean | undefined;
  readonly why?: string | undefined;
  readonly out?: string | undefined;
}

const translator = createTranslator('vi');
const { t } = translator;
const { date } = createFormatter('vi');

/** `units import FILE`: what a resolution changes; with --dry-run a look alone. */
export async function importUnits(
  client: Client,
  options: UnitActOptions,
  path: string,
): Promise<CommandAnswer> {
  const isLook = options['dry-run'] === true;
  const who = isLook ? '' : requirePerson(options);
  const place = { path: resolve(path) };
  const read = await client.units.readActs({ place });
  const problems = read.problems.map((one) => ({
    ...one,
    message: unitActProblemText(one, basename(path), translator),
  }));
  const outcome = problems.length > 0 ? 'refused' : isLook ? 'ready' : 'taken';
  const why = options.why?.trim() ?? '';
  const id =
    outcome === 'taken'
      ? (await outcomeOf(await client.units.takeActs({ place, who, ...(why === '' ? {} : { reason: why }) })))
          .id
      : null;
  const exitCode = outcome === 'refused' ? 1 : 0;
  if (options.json) return { text: JSON.stringify({ outcome, id, ...read, problems }, null, 2), exitCode };
  const { begun, ended, changed } = read.change;
  const head = t(`unitActs.${outcome}`, {
    ...{ file: read.file, count: problems.length, document: read.document ?? '', day: date(read.day ?? '') },
    ...{ begun: begun.length, ended: ended.length, changed: changed.length },
  });
  const lines =
    outcome === 'refused'
      ? problems.map(({ message }) => message)
      : [...unitChangeLines(read.change, read.names, translator), ...unitTouchedLines(read, translator)];
  return { text: [head, ...lines.map((line) => `  ${line}`)].join('\n'), exitCode };
}

/** `units template --out FILE.xlsx|FILE.csv`. */
export async function unitTemplate(client: Client, { out, json }: UnitActOptions): Promise<string> {
  if (out === undefined) throw new UserError('OPTION_MISSING', { option: '--out' });
  const path = resolve(out);
  const isFolder = /[\\/]$/.test(out) || (existsSync(path) && statSync(path).isDirectory());
  const [, ending] = /\.(xlsx|csv)$/i.exec(path) ?? [];
  if (!isFolder && ending === undefined) throw new UserError('OPTION_UNKNOWN', { option: `--out ${out}` });
  const format = ending?.toLowerCase() === 'csv' ? 'csv' : 'xlsx';
  const { name, file } = await client.units.template({ format });
  const place = isFolder ? join(path, name) : path;
  writeAtomically(place, new Uint8Array(await file.arrayBuffer()));
  return json ? JSON.stringify({ file: place }) : place;
}

/** `units acts`: documents that came in, the latest first. */
export async function listActs(client: Client, { json }: UnitActOptions): Promise<string> {
  const acts = await client.units.acts();
  if (json) return JSON.stringify({ acts }, null, 2);
  return acts.length === 0 ? t('unitActs.none') : acts.map(actLine).join('\n');
}

function actLine({ id, day, document, change, who, file, undoneBy, held }: UnitActsTakenDto): string {
  const { begun, ended, changed } = change;
  const counts = { begun: begun.length, ended: ended.length, changed: changed.length };
  const line = t('unitActs.line', { id, day: date(day), document, who, file, ...counts });
  if (undoneBy !== null) return `${line}; ${t('unitActs.undone', { who: undoneBy })}`;
  return held === null ? line : `${line}; ${t(`unitActs.heldBy.${held}`)}`;
}

/** `units undo ID --why TEXT`. */
export async function undoActs(client: Client, options: UnitActOptions, id: string): Promise<string> {
  const reason = options.why?.trim() ?? '';
  if (reason === '') throw new UserError('OPTION_MISSING', { option: '--why' });
  const who = requirePerson(options);
  const act = (await client.units.acts()).find((one) => one.id === id);
  await outcomeOf(await client.units.undoActs({ id, who, reason }));
  return options.json ? JSON.stringify({ id }) : t('unitActs.undoDone', { document: act?.document ?? id });
}
