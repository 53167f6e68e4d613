import { spawnSync } from 'node:child_process';

/** Whether this machine lets a test mount a file system of its own, in a space of names that nobody else sees. */
export const mayMount: boolean =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
