import { join } from 'node:path';

/** The checkout or unpacked archive that these sources lie in. */
export const PROJECT_FOLDER: string = join(import.meta.dirname, '../../..');

/** Where the built user interface lies. */
export const RENDERER_FOLDER: string = join(PROJECT_FOLDER, 'out/renderer');
