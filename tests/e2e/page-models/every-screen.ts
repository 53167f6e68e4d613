import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** An address for each screen that needs to be told what to show. */
const EXAMPLES: Readonly<Record<string, string>> = {
  '/nhiem-vu/:code': '/nhiem-vu/1.08',
  '/don-vi/:code': '/don-vi/31',
  '/chi-tieu/:code': '/chi-tieu/online_meeting',
  '/so-lieu/:tab': '/so-lieu/thu-muc',
  // Nothing has been handed in: it shows the same as the one before it.
  '/so-lieu/tep/:file': '/so-lieu',
};

/** The address of every screen there is, from the one place that routes to them: a new screen is in it by itself. */
export function everyScreen(): string[] {
  const routes = readFileSync(join(PROJECT_FOLDER, 'renderer/shell/Screens.tsx'), 'utf8');
  const paths = [...routes.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path);
  if (paths.length < 13) throw new Error(`Screens.tsx names only ${paths.join(' ')}`);
  return [...new Set(paths.map(exampleOf))];
}

function exampleOf(path: string): string {
  const example = path.includes(':') ? EXAMPLES[path] : path;
  if (example === undefined)
    throw new Error(`${path} needs an example in tests/e2e/page-models/every-screen.ts`);
  return example;
}
