import { readFileSync } from 'node:fs';

/**
 * The most resident memory, in MB of 1024 KiB, that this process ever had. On Linux from the kernel's mark of this
 * very program: `maxRSS` there begins with what the parent had when it forked, and would blame a child for a large
 * parent.
 */
export function peakMemoryMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('The kernel tells no peak of resident memory');
  return Number(kilobytes) / 1024;
}
