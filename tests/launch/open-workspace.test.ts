import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findRunningHost } from '#main/hosts/launch/running-host.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { startHost } from '#tests/setup/run-program.ts';
import { openWebClient } from '#tests/setup/web-client.ts';

it('a page begins a real workspace, goes to its host, and that host ends with the one it came from', async () => {
  const env = { XDG_CONFIG_HOME: freshFolder() };
  const words = ['--host', 'web', '--no-open', '--data', filledFolder()];
  const host = await startHost(words, { env });
  const { client } = await openWebClient(host.door);
  const folder = join(freshFolder(), 'thật');
  await client.workspace.create({ name: 'Văn phòng', folder });
  const { address } = await client.workspace.open({ folder });
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?ticket=/);
  const answer = await fetch(address ?? '', { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  const door = await findRunningHost(folder);
  if (door === null) throw new Error('No host runs there');
  const there = await openWebClient(door);
  expect(await there.client.workspace.info()).toMatchObject({
    kind: 'real',
    name: 'Văn phòng',
    canOpen: true,
  });
  expect(await there.client.application.info()).toMatchObject({ mark: null });
  const again = await client.workspace.open({ folder });
  expect(new URL(again.address ?? '').port).toBe(String(door.port));
  const { workspaces } = await there.client.workspace.list();
  expect(workspaces.map(({ state }) => state)).toEqual(['here', 'there']);
  await host.stop('SIGTERM');
  if (process.platform !== 'win32') await expect.poll(() => findRunningHost(folder)).toBeNull();
});
