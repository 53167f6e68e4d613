import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { GENERATED_PAGES, readPage, withGeneratedParts } from './papers.ts';

for (const [path, parts] of Object.entries(GENERATED_PAGES)) {
  writeFileSync(join(PROJECT_FOLDER, path), withGeneratedParts(readPage(path), parts));
}
