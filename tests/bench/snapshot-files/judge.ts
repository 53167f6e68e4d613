import { verifyWithoutWorkspace } from '#main/core/take/snapshots/service.ts';
import { peakMemoryMb } from '#tests/setup/peak-memory.ts';

/** Judges the files that it is given and writes, as JSON, the longest time (ms) and the process's peak memory (bytes). */
let slowest = 0;
for (const path of process.argv.slice(2)) {
  const start = performance.now();
  await verifyWithoutWorkspace(path);
  slowest = Math.max(slowest, performance.now() - start);
}
const MIB = 1024 * 1024;
process.stdout.write(JSON.stringify({ slowest, peak: peakMemoryMb() * MIB }));
