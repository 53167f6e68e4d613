import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { findRunningHost } from '#main/hosts/launch/running-host.ts';
import { WEB_MEMORY_NAME } from '#main/hosts/launch/web-memory.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { COMPILED } from '#tests/setup/compiled.ts';
import { filledFolder, freshFolder, LEFT_BEHIND } from '#tests/setup/data-folder.ts';
import { openToOthers } from '#tests/setup/modes.ts';
import { itNeeds } from '#tests/setup/needs.ts';
import { rawRequest } from '#tests/setup/raw-http.ts';
import { runProgram, startHost, startNpm } from '#tests/setup/run-program.ts';
import { databaseBytes, SPOILED } from '#tests/setup/spoiled-database.ts';
import { openWebClient, signIn } from '#tests/setup/web-client.ts';

const WEB = ['--host', 'web', '--no-open'];
const LOCK = 'running-host.json';

const ticketIn = (address: string): string =>
  /name="ticket" value="([\w-]{43})"/.exec(readFileSync(new URL(address), 'utf8'))?.[1] ?? '';

const start = (words: readonly string[]) => runProgram(['main/hosts/launch/start.ts', ...words]);

describe('npm start -- --host web --no-open', () => {
  it('prints one line, serves the page and the contract, and closes cleanly on SIGTERM', async () => {
    const folder = filledFolder();
    const host = await startHost([...WEB, '--data', folder]);
    const page = await rawRequest(host.door.port, '/', { cookie: await signIn(host.door) });
    expect(page.body).toContain('<title>KH02 Center</title>');
    const { client } = await openWebClient(host.door);
    expect(await client.application.info()).toMatchObject({ dataFolder: folder });
    const ended = await host.stop('SIGTERM');
    expect(ended).toEqual({ code: 0, stdout: `KH02 Center: ${host.address}\n`, stderr: '' });
    // No lock, no way in and no write-ahead log: the database was closed, not dropped.
    expect(readdirSync(folder)).toEqual([...LEFT_BEHIND, WEB_MEMORY_NAME]);
  });

  itNeeds('signals', process.platform !== 'win32')('ends when the npm that runs it is told to', async () => {
    const folder = filledFolder();
    const host = await startNpm(['start', '-s', '--', ...WEB, '--data', folder]);
    host.child.kill('SIGTERM');
    await host.end;
    expect(readdirSync(folder)).toEqual([...LEFT_BEHIND, WEB_MEMORY_NAME]);
  });

  it('takes the port that it is told, and adds the wall to the address', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as { port: number };
    await new Promise((resolve) => probe.close(resolve));
    const host = await startHost([...WEB, '--wall', '--port', String(port), '--data', filledFolder()]);
    expect(host.address).toMatch(/^file:\/\/\S+\/way-in\/1\.html\?wall$/);
    expect(host.door.port).toBe(port);
    await host.stop('SIGINT');
  });

  it('is not taken for the host of a copy of its folder, made while it runs', async () => {
    const folder = filledFolder();
    const host = await startHost([...WEB, '--data', folder]);
    const copy = freshFolder();
    cpSync(folder, copy, { recursive: true });
    expect(existsSync(join(copy, LOCK))).toBe(true);
    expect(await findRunningHost(folder)).not.toBeNull();
    expect(await findRunningHost(copy)).toBeNull();
    await host.stop('SIGTERM');
  });

  it('is reused by a second start on the same folder', async () => {
    const folder = filledFolder();
    const host = await startHost([...WEB, '--data', folder]);
    const second = await start([...WEB, '--data', folder]);
    expect(second).toEqual({
      code: 0,
      stdout: `KH02 Center: ${host.address.replace('1.html', '2.html')}\n`,
      stderr: '',
    });
    const tickets = [host.address, second.stdout.slice('KH02 Center: '.length).trim()].map(ticketIn);
    for (const status of [303, 403])
      for (const ticket of tickets)
        expect((await rawRequest(host.door.port, `/?ticket=${ticket}`)).status).toBe(status);
    expect(openToOthers(folder)).toEqual([]);
    expect((await host.stop('SIGTERM')).code).toBe(0);
  });

  it('hands a data file to its page, and a second start hands one to the host that runs', async () => {
    const folder = filledFolder();
    const file = join(freshFolder(), 'tệp.kh02');
    const host = await startHost([...WEB, '--data', folder, file]);
    const second = await start([...WEB, '--data', folder, file]);
    const places = [host.address, second.stdout].map(
      (text) => /#\/tep-so-lieu\?open=([\w-]{36})/.exec(text)?.[1],
    );
    expect(new Set(places).size).toBe(2);
    const { client } = await openWebClient(host.door);
    for (const upload of places) {
      // There is no such file: the page learns it by name.
      const opening = outcomeOf(await client.snapshots.open({ upload: upload ?? '' }));
      await expect(opening).rejects.toMatchObject({ code: 'FILE_UNREADABLE', data: { values: { file } } });
    }
    expect((await host.stop('SIGTERM')).code).toBe(0);
  });

  it('is waited for by a start in the same moment', async () => {
    const folder = filledFolder();
    const hosts = await Promise.all([
      startHost([...WEB, '--data', folder]),
      startHost([...WEB, '--data', folder]),
    ]);
    expect(hosts[0]?.door.port).toBe(hosts[1]?.door.port);
    expect(hosts[0]?.address).not.toBe(hosts[1]?.address);
    await Promise.all(hosts.map((host) => host.stop('SIGTERM')));
  });

  it('takes over from a host that was killed', async () => {
    const folder = filledFolder();
    const killed = await startHost([...WEB, '--data', folder]);
    await killed.stop('SIGKILL');
    expect(existsSync(join(folder, LOCK))).toBe(true);
    const host = await startHost([...WEB, '--data', folder]);
    expect(await signIn(host.door)).not.toBe('');
    expect((await host.stop('SIGTERM')).code).toBe(0);
  });

  it.each([
    ['echoes what it hears', (challenge: string) => `${challenge} ${challenge}`],
    ['says nothing of a proof', () => undefined],
  ])(
    'is not taken in by another program on the port of a host that is gone, which %s',
    async (_name, proof) => {
      const folder = filledFolder();
      const heard: string[] = [];
      const pretender = createHttpServer((request, response) => {
        const challenge = new URL(request.url ?? '', 'http://x').searchParams.get('challenge') ?? '';
        heard.push(`${request.method} ${request.url} ${request.rawHeaders}`);
        const told = proof(challenge);
        response.writeHead(303, {
          location: '/',
          ...(told === undefined ? {} : { 'kh02-host-proof': told }),
        });
        response.end();
      }).listen(0, '127.0.0.1');
      await once(pretender, 'listening');
      const { port } = pretender.address() as { port: number };
      // Its process is alive, too: the number of a host that is gone may be anybody's by now.
      const note = JSON.stringify({ pid: process.pid, host: { port, key: 'k'.repeat(43) } });
      writeFileSync(join(folder, LOCK), note);
      const host = await startHost([...WEB, '--data', folder]);
      expect(host.door.port).not.toBe(port);
      expect(heard.length).toBe(1);
      expect(heard[0]).toMatch(/^HEAD \/session\/host\?challenge=[\w-]{43} /);
      expect(heard[0]).not.toMatch(/cookie|ticket|kkk/i);
      pretender.close();
      expect((await host.stop('SIGTERM')).code).toBe(0);
    },
  );

  itNeeds('Linux', process.platform === 'linux')(
    'gives a person at a terminal an address for any browser',
    async () => {
      const words = [
        // In place of the shell: one that waits for the program answers Ctrl+C with a code of its own.
        'exec',
        process.execPath,
        COMPILED,
        'main/hosts/launch/start.ts',
        ...WEB,
        '--wall',
        '--data',
        filledFolder(),
      ];
      // 'script' runs a program in a terminal of its own.
      const terminal = spawn('script', ['-qec', words.join(' '), '/dev/null'], {
        cwd: PROJECT_FOLDER,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const [said] = (await once(terminal.stdout, 'data')) as [Buffer];
      const address = String(said).slice('KH02 Center: '.length).trim();
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?ticket=[\w-]{43}&wall$/);
      const answers = [await fetch(address, { redirect: 'manual' }), await fetch(address)];
      expect(answers.map(({ status }) => status)).toEqual([303, 403]);
      expect(answers[0]?.headers.get('location')).toBe('/?wall');
      const ended = once(terminal, 'close');
      // Ctrl+C.
      terminal.stdin.write('\x03');
      expect((await ended)[0]).toBe(0);
    },
  );

  it('takes over a lock that cannot be read', async () => {
    const folder = filledFolder();
    writeFileSync(join(folder, LOCK), '{"pid":');
    const host = await startHost([...WEB, '--data', folder]);
    expect((await host.stop('SIGTERM')).code).toBe(0);
  });
});

describe('npm start that cannot start', () => {
  it('says which port is in use and how to choose another', async () => {
    const folder = filledFolder();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, stdout, stderr } = await start([...WEB, '--port', String(port), '--data', folder]);
    taken.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Cổng ${port}`);
    expect(stderr).toContain('--port 0');
    expect(existsSync(join(folder, LOCK))).toBe(false);
  });

  it('names the folder that cannot be written', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    const below = join(folder, 'file', 'data');
    const { code, stderr } = await start([...WEB, '--data', below]);
    expect(code).toBe(1);
    expect(stderr).toContain(below);
  });

  itNeeds('Linux', process.platform === 'linux')('says so where no folder can ever be made', async () => {
    // Node's own way of making folders never ends here.
    const { code, stdout, stderr } = await start([...WEB, '--data', '/proc/kh02-center']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('/proc/kh02-center');
  });

  it.each(Object.entries(SPOILED))('leaves a database that %s as it is', async (_name, { make }) => {
    const folder = make();
    const before = databaseBytes(folder);
    const names = readdirSync(folder);
    const { code, stdout, stderr } = await start([...WEB, '--data', folder]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(join(folder, DATABASE_NAME));
    expect(databaseBytes(folder).equals(before)).toBe(true);
    // The host may have listened by then, and remembered where.
    const more = readdirSync(folder).filter((name) => !names.includes(name) && name !== WEB_MEMORY_NAME);
    expect(more.filter((name) => !LEFT_BEHIND.includes(name))).toEqual([]);
  });

  it.each([['--colour'], ['thư.docx'], ['--host', 'moon'], ['--port', 'x'], ['--port', '70000']])(
    'refuses the option %s %s with exit code 2',
    async (...words) => {
      const { code, stdout, stderr } = await start(words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(words.at(-1));
    },
  );
});
