/** Whether a process with this number runs, also one that belongs to somebody else. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal, yet it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
