import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** Bundles what runs under Electron into the folder given as argument, by default out/main. */
const target = process.argv[2] ?? join(PROJECT_FOLDER, 'out/main');

// Chunks lie beside the entries: the engine looks for its worker in the folder of its own module.
await bundle(
  {
    entry: 'main/hosts/desktop/entry.ts',
    worker: 'main/hosts/engine/worker.ts',
    'job-worker': 'main/hosts/engine/job-worker.ts',
  },
  'es',
  'js',
);
// One file without imports: a sandboxed preload script may require nothing but 'electron'.
await bundle({ preload: 'main/hosts/desktop/preload.ts' }, 'cjs', 'cjs');

async function bundle(input: Record<string, string>, format: 'es' | 'cjs', ending: string): Promise<void> {
  const isPreload = format === 'cjs';
  const external = ['electron', ...builtinModules, /^node:/];
  await build({
    root: PROJECT_FOLDER,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    resolve: { conditions: ['node', 'import', 'default'] },
    build: {
      ssr: true,
      outDir: target,
      emptyOutDir: !isPreload,
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `[name].${ending}`,
          ...(isPreload ? { codeSplitting: false } : {}),
        },
      },
    },
  });
}
