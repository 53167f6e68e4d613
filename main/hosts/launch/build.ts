import { build, MAIN_OUTPUT, RENDERER_OUTPUT } from './build-output.ts';
import { PROJECT_FOLDER } from './project.ts';

await build(PROJECT_FOLDER, RENDERER_OUTPUT);
await build(PROJECT_FOLDER, MAIN_OUTPUT);
