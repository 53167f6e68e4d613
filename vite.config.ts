import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig, type Plugin } from 'vite';
import { decodeTopology } from '#renderer/map/topology.ts';
import type { TopologyFile } from '#renderer/map/topology-file.ts';
import { writeFlatTopology } from '#renderer/map/topology-file-flat.ts';
import { firstMessagesOf, lateMessagesOf } from '#shared/text/catalogue.ts';
import { LOCALES } from '#shared/text/format.ts';

/** What the first script imports at once, and the fonts of the first picture: text laid out without them is laid out twice. */
const NEEDED_AT_ONCE = /\/((page|common|_virtual_messages-vi)-[\w-]{8}\.(js|css)|BeVietnamPro_[\w-]+\.ttf)$/;

/** Names in the page what it will need at once, so that the browser fetches it meanwhile: Vite does so for static imports only. */
function preloadProgram(): Plugin {
  return {
    name: 'preload-program',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => NEEDED_AT_ONCE.test(file))
          .map((file) => ({ tag: 'link', attrs: preloadOf(`./${file}`), injectTo: 'head' })),
    },
  };
}

function preloadOf(href: string): Record<string, string | boolean> {
  if (href.endsWith('.css')) return { rel: 'stylesheet', crossorigin: true, href };
  if (href.endsWith('.ttf')) return { rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: true, href };
  return { rel: 'modulepreload', crossorigin: true, href };
}

const FLAT = '.topo.json?flat';

/** Makes flat arrays of a boundary file that is imported with `?flat`; the import is the address of the made file. */
export function flatBoundaries(): Plugin {
  return {
    name: 'flat-boundaries',
    load(id) {
      if (!id.endsWith(FLAT)) return null;
      const file = id.slice(0, -'?flat'.length);
      this.addWatchFile(file);
      const topology = decodeTopology(JSON.parse(readFileSync(file, 'utf8')) as TopologyFile);
      const name = basename(file, '.topo.json');
      const reference = this.emitFile({
        type: 'asset',
        name: `${name}.boundaries`,
        source: writeFlatTopology(topology),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}

const MESSAGES = 'virtual:messages-';

/** The sentences of a language as two files: what the first screens say, and all else (`virtual:messages-late-vi`). */
export function messageFiles(): Plugin {
  const files = new Map<string, () => object>(
    LOCALES.flatMap((locale) => [
      [`${MESSAGES}${locale}`, () => firstMessagesOf(locale)] as const,
      [`${MESSAGES}late-${locale}`, () => lateMessagesOf(locale)] as const,
    ]),
  );
  return {
    name: 'message-files',
    resolveId: (id) => (files.has(id) ? `\0${id}` : null),
    load: (id) => {
      const messages = files.get(id.slice(1));
      return id.startsWith('\0') && messages !== undefined
        ? `export default ${JSON.stringify(messages())};`
        : null;
    },
  };
}

function isCommon(id: string): boolean {
  // Only charts need the chart engine, and they come after the first picture.
  return !/\/node_modules\/(echarts|zrender|tslib)\//.test(id);
}

/** What no first screen draws: parts of the interface, and rows that are drawn as they come into sight. */
const DRAWN_LATER =
  /\/node_modules\/(react-number-format|@tanstack\/(react-)?virtual(-core)?)\/|@mantine\/core\/esm\/components\/(NumberInput|PasswordInput|Radio|Textarea|Tabs|Checkbox\/Checkbox|FileButton)/;

function isFirst(id: string): boolean {
  return isCommon(id) && !DRAWN_LATER.test(id);
}

// The user interface. Everything that runs in Node is bundled by main/hosts/desktop/bundle.ts instead.
export default defineConfig({
  root: 'renderer',
  // Relative addresses: the same files are served under app:// and over http.
  base: './',
  plugins: [react(), flatBoundaries(), messageFiles(), preloadProgram()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // A picture or font inside a script would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What runs before everything else (main.tsx) stays small.
            {
              name: 'early',
              test: /\/renderer\/ground\/(client\/[a-z-]+|messages)\.ts$|\/topology-store\.ts$|\/@orpc\/(client|shared|standard)|vite\/preload-helper/,
              priority: 2,
            },
            // One file for what several screens use: seventy small ones take longer to fetch than to read.
            { name: 'common', test: isFirst, minShareCount: 2, priority: 1 },
            // And one for what only later screens share.
            { name: 'later', test: isCommon, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
