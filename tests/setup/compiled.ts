import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** As `npm start` and `npm run kh02` have it; a start without it takes the types off a thousand sources anew. */
export const COMPILED = `--import=${pathToFileURL(join(PROJECT_FOLDER, 'main/hosts/compiled-code.js')).href}`;
