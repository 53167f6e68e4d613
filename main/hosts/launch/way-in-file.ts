import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makePrivateFolder, PRIVATE_FILE } from '#main/files/private.ts';
import { TICKET_LIVES_MS } from '#main/hosts/web/session.ts';
import { ENTER_PATH } from '#main/hosts/web/way-in.ts';

const folderOf = (dataFolder: string): string => join(dataFolder, 'way-in');

/**
 * Writes a private file that lets whoever opens it in a browser in, once; gives its address. What follows that address
 * (`?wall`, `#/…`) goes on to the page. The first free number is its name: a browser remembers windows by their address.
 */
export function writeWayIn(dataFolder: string, port: number, ticket: string): string {
  const folder = folderOf(dataFolder);
  makePrivateFolder(folder);
  removeOld(folder);
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${number}.html`);
    try {
      writeFileSync(file, pageOf(port, ticket), { flag: 'wx', mode: PRIVATE_FILE });
      return pathToFileURL(file).href;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Their tickets are worth nothing any more. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const written = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - written > TICKET_LIVES_MS) rmSync(join(folder, name), { force: true });
  }
}

/** For a host that begins or ends: no ticket of another one is good. */
export function removeWaysIn(dataFolder: string): void {
  rmSync(folderOf(dataFolder), { recursive: true, force: true });
}

function pageOf(port: number, ticket: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>KH02 Center</title>
<form method="post" action="http://127.0.0.1:${port}${ENTER_PATH}">
<input type="hidden" name="ticket" value="${ticket}">
<input type="hidden" name="place">
<noscript><button>KH02 Center</button></noscript>
</form>
<script>
const [form] = document.forms;
form.elements.place.value = location.search + location.hash;
form.submit();
</script>
`;
}
