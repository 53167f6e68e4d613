import { writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { migrateToLatest } from '#main/db/migrate.ts';
import { describeSchema, SNAPSHOT_FILE } from './schema.ts';

// npm run schema:update: writes what the migrations yield today; the diff is what a reviewer reads.
const database = new Sqlite(':memory:');
migrateToLatest(database, ':memory:');
writeFileSync(SNAPSHOT_FILE, describeSchema(database));
database.close();
