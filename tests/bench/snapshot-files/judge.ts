import { verifyWithoutWorkspace } from '#main/core/snapshots/service.ts';

/** Judges the files that it is given and writes, as JSON, the longest time (ms) and the process's peak memory (bytes). */
let slowest = 0;
for (const path of process.argv.slice(2)) {
  const start = performance.now();
  await verifyWithoutWorkspace(path);
  slowest = Math.max(slowest, performance.now() - start);
}
const KIB = 1024;
process.stdout.write(JSON.stringify({ slowest, peak: process.resourceUsage().maxRSS * KIB }));
