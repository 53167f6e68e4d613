import { createApp } from '#main/core/app.ts';
import { startEngine } from '#main/hosts/engine/engine.ts';
import { illustrative } from '#main/illustrative/load.ts';

// Fills the data folder given as second argument, by itself or by way of the engine's thread, and says in how many
// milliseconds that was done.
const [, , way, dataFolder = ''] = process.argv;
const begun = performance.now();
const filled =
  way === 'engine' ? await startEngine({ dataFolder }) : await createApp({ dataFolder, illustrative });
process.send?.(performance.now() - begun);
await filled.close();
process.disconnect?.();
