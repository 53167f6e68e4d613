import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { expect, test } from 'vitest';
import { startEngine } from '#main/hosts/engine/engine.ts';
import { startWebHost } from '#main/hosts/web/server.ts';
import type { Client } from '#shared/contract/contract.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { smallRenderer } from '#tests/setup/renderer-folder.ts';
import { openWebClient } from '#tests/setup/web-client.ts';

const TEXT = 'Mã xã;Tên xã;Lượt hỗ trợ\n11629;Xã An Lão;4321\n';

async function bringAndUndo(client: Client): Promise<void> {
  const preview = await client.intake.inspect({
    file: new File([TEXT], 'số liệu.csv'),
    cut: 'month-2025-12',
  });
  expect(preview).toMatchObject({ file: 'số liệu.csv', outcome: 'ready', figures: 1, delimiter: ';' });
  const kinds: string[] = [];
  let run = '';
  for await (const event of await client.intake.commit({ id: preview.id ?? '', who: 'Trực ban' })) {
    kinds.push(event.kind);
    if (event.kind === 'done') run = event.result.run;
  }
  expect(kinds.at(-1)).toBe('done');
  expect(await client.intake.undo({ run, who: 'Trực ban' })).toMatchObject({ runs: [run] });
}

test('files travel over a message port and over a WebSocket', { timeout: 120_000 }, async () => {
  const engine = await startEngine({ dataFolder: filledFolder() });
  const host = await startWebHost({ port: 0, rendererFolder: smallRenderer(), connect: engine.connect });
  await bringAndUndo(createORPCClient(new RPCLink({ port: engine.connect() })));
  const web = (await openWebClient(host)).client;
  await bringAndUndo(web);
  const { file } = await web.intake.template({ province: '31', cut: 'month-2025-12' });
  expect(new Uint8Array(await file.slice(0, 2).arrayBuffer())).toEqual(Uint8Array.of(0x50, 0x4b));
  await host.close();
  await engine.close();
});
