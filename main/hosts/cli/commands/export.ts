import { resolve } from 'node:path';
import { withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, oneOf, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import type { EXPORT_FORMATS } from '#shared/contract/briefing.ts';
import { BRIEFING_KINDS, PICTURE_SCALES } from '#shared/contract/choices.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { LOCALES } from '#shared/text/format.ts';
import { renewDeck } from './renew.ts';

type Format = (typeof EXPORT_FORMATS)[number];

const WHATS = ['deck', 'pdf', 'workbook', 'picture', 'csv', 'provinces', 'renew'] as const;
/** What the sheets of all provinces can be. */
const SHEET_FORMATS = ['pdf', 'pdf-a4', 'deck', 'workbook', 'csv'] as const;

/** `kh02 export`: a briefing as a file, or one sheet for each province; prints where the files are. */
export async function exportFiles(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, {
    ...COMMON,
    briefing: { type: 'string', default: 'national' },
    cut: { type: 'string' },
    compare: { type: 'string' },
    unit: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
    out: { type: 'string' },
    a4: { type: 'boolean', default: false },
    page: { type: 'string' },
    scale: { type: 'string', default: '2x' },
    format: { type: 'string', default: 'pdf' },
  });
  const what = oneOf('export', positionals[0] ?? '–', WHATS);
  const strange = positionals[what === 'renew' ? 2 : 1];
  if (strange !== undefined) throw new UserError('OPTION_UNKNOWN', { option: strange });
  requireTaken(words, `export ${what}`, takenBy(what, values));
  const { out } = values;
  if (out === undefined) throw new UserError('OPTION_MISSING', { option: '--out' });
  const common = {
    // The engine may have another working folder than the shell; a closing slash says 'a folder'.
    out: /[\\/]$/.test(out) ? `${resolve(out)}/` : resolve(out),
    language: oneOf('--lang', values.lang, LOCALES),
    ...(values.cut === undefined ? {} : { cut: values.cut }),
    ...(values.compare === undefined ? {} : { compare: values.compare === 'none' ? null : values.compare }),
  };
  const { language: _language, ...cuts } = common;
  if (what === 'renew') return renewDeck(positionals[1], cuts, values);
  return withApplication(values, async (client) => {
    if (what === 'provinces')
      return provinces(
        client,
        { ...common, format: oneOf('--format', values.format, SHEET_FORMATS) },
        values.json,
      );
    const input = {
      ...common,
      briefing: oneOf('--briefing', values.briefing, BRIEFING_KINDS),
      format: formatOf(what, values.a4, out),
      scale: oneOf('--scale', values.scale, PICTURE_SCALES),
      ...(values.unit === undefined ? {} : { unit: values.unit }),
      ...(values.page === undefined ? {} : { page: values.page }),
    };
    return oneFile(client, input, values.json);
  });
}

/** What an export makes something of; what it would pass over is refused. */
function takenBy(
  what: (typeof WHATS)[number],
  { out = '', briefing }: { out?: string | undefined; briefing: string },
) {
  const cuts = ['out', 'cut', 'compare'];
  if (what === 'renew') return cuts;
  if (what === 'provinces') return [...cuts, 'lang', 'format'];
  const isTable = what === 'csv' && briefing !== 'national' && briefing !== 'province';
  return [
    ...[...cuts, 'lang'],
    // The table is of the communes of the country or of a province, whatever a briefing is about.
    ...(isTable ? [] : ['briefing']),
    ...(briefing === 'province' ? ['unit'] : []),
    ...(what === 'pdf' ? ['a4'] : []),
    ...(what === 'picture' ? ['page'] : []),
    ...(what === 'picture' && !/\.svg$/i.test(out) ? ['scale'] : []),
  ];
}

function formatOf(
  what: Exclude<(typeof WHATS)[number], 'provinces' | 'renew'>,
  a4: boolean,
  out: string,
): Format {
  if (what === 'picture') return /\.svg$/i.test(out) ? 'svg' : 'png';
  return what === 'pdf' && a4 ? 'pdf-a4' : what;
}

async function oneFile(
  client: Client,
  input: Parameters<Client['briefing']['export']>[0],
  json: boolean,
): Promise<string> {
  for await (const event of await client.briefing.export(input)) {
    if (event.kind === 'done') return json ? JSON.stringify(event, null, 2) : event.file;
  }
  throw new Error('The export ended without a result');
}

async function provinces(
  client: Client,
  input: Parameters<Client['briefing']['provinces']>[0],
  json: boolean,
): Promise<string> {
  for await (const event of await client.briefing.provinces(input)) {
    if (event.kind === 'done')
      return json ? JSON.stringify(event, null, 2) : [event.out, ...event.files].join('\n  ');
    // Progress belongs to standard error: standard output is the result alone.
    process.stderr.write(`${event.done}/${event.total} ${event.step}\n`);
  }
  throw new Error('The export ended without a result');
}
