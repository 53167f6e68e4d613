/** How soon a host ends after npm did. */
const LOOK_EVERY_MS = 500;

/**
 * Tells when the shell in which npm runs us is gone. npm passes a signal to that shell only, which dies of it and
 * leaves us running without anybody; the system then gives us another parent. Not on Windows, where it does not.
 */
export function watchNpm(onGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, LOOK_EVERY_MS);
  timer.unref();
}
