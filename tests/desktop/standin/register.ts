import { registerHooks } from 'node:module';

// `import … from 'electron'` in the bundled main process gives the stand-in; everything else is the real thing.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
