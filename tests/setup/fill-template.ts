import { createApp } from '#main/core/app.ts';
import { illustrative } from '#main/illustrative/load.ts';

// A program of its own, so that the run itself opens no database: `fill-template.ts FOLDER`.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: fill-template.ts FOLDER');
const application = await createApp({ dataFolder: folder, illustrative });
await application.close();
