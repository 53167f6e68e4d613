import type { Database } from 'better-sqlite3';
import { UserError } from '#shared/contract/errors.ts';
import initial from './migrations/0010-initial.ts';
import intake from './migrations/0020-intake.ts';
import snapshots from './migrations/0030-snapshots.ts';
import courseIndexes from './migrations/0040-course-indexes.ts';
import inbox from './migrations/0050-inbox.ts';
import reportPast from './migrations/0060-report-past.ts';
import years from './migrations/0070-years.ts';
import originRuns from './migrations/0080-origin-runs.ts';
import ownFigures from './migrations/0090-own-figures.ts';
import bounds from './migrations/0100-bounds.ts';
import evidence from './migrations/0110-evidence.ts';
import taskStates from './migrations/0120-task-states.ts';
import sumBounds from './migrations/0130-sum-bounds.ts';
import workspace from './migrations/0140-workspace.ts';
import calendar from './migrations/0150-calendar.ts';
import picture from './migrations/0160-picture.ts';
import plan from './migrations/0190-plan.ts';
import reportsInWords from './migrations/0220-reports-in-words.ts';
import formerUnits from './migrations/0230-former-units.ts';
import entry from './migrations/0240-entry.ts';
import acts from './migrations/0250-acts.ts';
import plannedCuts from './migrations/0270-planned-cuts.ts';
import unitActs from './migrations/0280-unit-acts.ts';
import entryOfTasks from './migrations/0290-entry-of-tasks.ts';
import openDifficulties from './migrations/0300-open-difficulties.ts';
import recipes from './migrations/0360-recipes.ts';
import receipts from './migrations/0370-receipts.ts';

export interface Migration {
  /** Multiples of ten, so that a step can be put between two that are already out. */
  readonly version: number;
  readonly name: string;
  readonly migrate: (database: Database) => void;
}

/** In order; a step that has been released is never changed, a mistake is mended by a further step. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, name: '0010-initial', migrate: initial },
  { version: 20, name: '0020-intake', migrate: intake },
  { version: 30, name: '0030-snapshots', migrate: snapshots },
  { version: 40, name: '0040-course-indexes', migrate: courseIndexes },
  { version: 50, name: '0050-inbox', migrate: inbox },
  { version: 60, name: '0060-report-past', migrate: reportPast },
  { version: 70, name: '0070-years', migrate: years },
  { version: 80, name: '0080-origin-runs', migrate: originRuns },
  { version: 90, name: '0090-own-figures', migrate: ownFigures },
  { version: 100, name: '0100-bounds', migrate: bounds },
  { version: 110, name: '0110-evidence', migrate: evidence },
  { version: 120, name: '0120-task-states', migrate: taskStates },
  { version: 130, name: '0130-sum-bounds', migrate: sumBounds },
  { version: 140, name: '0140-workspace', migrate: workspace },
  { version: 150, name: '0150-calendar', migrate: calendar },
  { version: 160, name: '0160-picture', migrate: picture },
  { version: 190, name: '0190-plan', migrate: plan },
  { version: 220, name: '0220-reports-in-words', migrate: reportsInWords },
  { version: 230, name: '0230-former-units', migrate: formerUnits },
  { version: 240, name: '0240-entry', migrate: entry },
  { version: 250, name: '0250-acts', migrate: acts },
  { version: 270, name: '0270-planned-cuts', migrate: plannedCuts },
  { version: 280, name: '0280-unit-acts', migrate: unitActs },
  { version: 290, name: '0290-entry-of-tasks', migrate: entryOfTasks },
  { version: 300, name: '0300-open-difficulties', migrate: openDifficulties },
  { version: 360, name: '0360-recipes', migrate: recipes },
  { version: 370, name: '0370-receipts', migrate: receipts },
];

export const LATEST_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;

/**
 * Brings the database to the latest version: each step in one transaction together with its version number, so
 * that a crash leaves it before or after a step. Throws DATABASE_NEWER, without touching it, for a file from a
 * newer program.
 */
export function migrateToLatest(database: Database, file: string, steps = MIGRATIONS): void {
  const found = Number(database.pragma('user_version', { simple: true }));
  const latest = steps.at(-1)?.version ?? 0;
  if (found > latest) throw new UserError('DATABASE_NEWER', { file, found, known: latest });
  for (const step of steps) {
    if (step.version > found) runStep(database, step);
  }
}

function runStep(database: Database, step: Migration): void {
  const run = database.transaction(() => {
    step.migrate(database);
    database.pragma(`user_version = ${step.version}`);
  });
  try {
    run.immediate();
  } catch (error) {
    throw new Error(`Migration ${step.name} failed; the database is as it was before it`, { cause: error });
  }
}
