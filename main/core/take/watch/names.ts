import { WATCH_FOLDERS } from '#shared/contract/choices.ts';

// Left by programs that are still writing (browsers, mail programs, copy programs, editors) or by the system itself.
const UNFINISHED = /\.(tmp|temp|part|partial|filepart|crdownload|download|opdownload|swp|lnk|url)$/i;
const SYSTEM = new Set(['desktop.ini', 'thumbs.db', ...Object.values(WATCH_FOLDERS)]);

/**
 * Whether a name is none of a sender's file: lock files of Office (`~$a.xlsx`) and LibreOffice (`.~lock.a.xlsx#`),
 * hidden files, downloads and copies that are not done, what the system leaves behind.
 */
export function isIgnored(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.startsWith('~') ||
    name.endsWith('~') ||
    UNFINISHED.test(name) ||
    SYSTEM.has(name.toLowerCase())
  );
}

// What Windows does not take in a name, and names that it keeps for devices.
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows takes none of them in a name
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/g;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** File systems allow 255 bytes; the rest is for what is added to name the report. */
const STEM_BYTES_AT_MOST = 180;

/** The name as every system can hold it, whatever another one let through: never a path, at most some 190 bytes. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(FORBIDDEN, '_')
    .replace(/[. ]+$/, '')
    .replace(DEVICE, '_$1');
  const [, stem = plain, ending = ''] = /^(.+?)(\.[^.]{1,8})?$/s.exec(plain) ?? [];
  return (shorten(stem) || '_') + ending;
}

/** Another name for a file whose own is taken: 'a-MORE.xlsx'. */
export function otherName(name: string, more: string): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]{1,8})?$/s.exec(name) ?? [];
  return `${stem}-${more}${ending}`;
}

function shorten(stem: string): string {
  let short = stem;
  while (Buffer.byteLength(short) > STEM_BYTES_AT_MOST) short = [...short].slice(0, -1).join('');
  return short;
}
