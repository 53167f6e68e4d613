import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createApp } from '#main/core/app.ts';
import { findTrouble } from '#main/core/desk/backups/closed.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { HANG_MS } from '#tests/setup/hang.ts';
import { runAndKill } from '#tests/setup/killed-child.ts';

const CHILD = fileURLToPath(new URL('../fixtures/opening/act-child.ts', import.meta.url));
const CUT = 'month-2025-07';
/** Of the time that the whole act takes. */
const MOMENTS = [0.2, 0.55, 0.9];
const LONG = { timeout: 3 * HANG_MS };

/** What somebody finds who opens the folder afterwards. */
async function lookAt(dataFolder: string) {
  const { client, context, close } = await createApp({ dataFolder });
  const cut = (await client.intake.cuts()).find(({ id }) => id === CUT);
  const events = context.read
    .prepare(
      `SELECT picture_event.kind FROM picture_event JOIN cut ON cut.id = cut_id WHERE code = ? AND who IS NOT NULL`,
    )
    .pluck()
    .all(CUT);
  const integrity = context.read.pragma('integrity_check', { simple: true });
  const { personName } = await client.settings.get();
  await close();
  return { integrity, personName, state: cut?.state, course: cut?.events.map(({ kind }) => kind), events };
}

const OPEN = { integrity: 'ok', state: 'collecting', events: [] };
const CLOSED = { integrity: 'ok', state: 'closed', events: ['closed'] };

it('a closing that is killed has closed the cut, with who and what, or has not', LONG, async () => {
  const { lasted } = await runAndKill(CHILD, [filledFolder(), 'close'], null);
  for (const moment of MOMENTS) {
    const folder = filledFolder();
    const { hasFinished } = await runAndKill(CHILD, [folder, 'close'], moment * lasted);
    const found = await lookAt(folder);
    expect(found).toMatchObject(hasFinished || found.state === 'closed' ? CLOSED : OPEN);
    expect(found.course?.filter((kind) => kind === 'closed')).toHaveLength(found.events.length);
  }
});

it('a backup that is killed leaves no backup that is none, and what it left goes', LONG, async () => {
  const { lasted } = await runAndKill(CHILD, [filledFolder(), 'backup'], null);
  const folder = filledFolder();
  const backups = join(folder, 'backups');
  for (const moment of MOMENTS) {
    await runAndKill(CHILD, [folder, 'backup'], moment * lasted);
    const named = readdirSync(backups).filter((name) => name.endsWith('.db'));
    expect(named.map((name) => findTrouble(join(backups, name)))).toEqual(named.map(() => null));
  }
  // One at least in its midst, however fast the machine has become meanwhile.
  await runAndKill(CHILD, [folder, 'backup'], { inFolder: backups });
  const left = () => readdirSync(backups).filter((name) => !/\.db(\.sha256)?$/.test(name));
  expect(left()).not.toEqual([]);
  for (const name of left()) utimesSync(join(backups, name), 0, 0);
  await runAndKill(CHILD, [folder, 'backup'], null);
  expect(left()).toEqual([]);
});

it('a restore that is killed is done by the next opening, or was never asked for', LONG, async () => {
  const folder = filledFolder();
  const { client, close } = await createApp({ dataFolder: folder });
  await client.settings.set({ personName: 'Trước' });
  const backup = join(folder, 'backups', (await client.backups.make({})).name);
  await close();
  const change = async () => {
    const now = await createApp({ dataFolder: folder });
    await now.client.settings.set({ personName: 'Sau' });
    await now.close();
  };
  await change();
  const { lasted } = await runAndKill(CHILD, [folder, 'restore', backup], null);
  for (const moment of MOMENTS) {
    await change();
    await runAndKill(CHILD, [folder, 'restore', backup], moment * lasted);
    expect(await lookAt(folder)).toMatchObject({ integrity: 'ok', personName: 'Trước' });
    expect(readdirSync(folder).filter((name) => name.includes('restore'))).toEqual([]);
  }
});
