import { keepCompiledCode } from './compiled-code.ts';

// Imported only now: what is imported above is read before anything can be said.
keepCompiledCode();
await import('./launcher.ts');
