import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type BackupRunner, HERE } from '#main/core/desk/backups/jobs.ts';
import { DATABASE_NAME } from '#main/core/files/data-folder.ts';
import { readWorkspace, type Workspace } from '#main/core/ground/workspace/store.ts';
import type { OpenOptions, ReadDatabase } from '#main/db/open.ts';
import { requireOpenable } from '#main/db/openable.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { RecentWorkspaceDto } from '#shared/contract/workspace.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { foldText } from '#shared/text/fold.ts';
import { placeNew } from './place-new.ts';
import { type Beginning, makePractice } from './practice-store.ts';
import { describeRecent, noteRecent, readRecent } from './recent.ts';
import { requireThere } from './require-there.ts';
import type { TakenOver } from './take-over.ts';

declare module '#main/core/ground/context.ts' {
  interface Context {
    readonly workspaces: WorkspaceService;
  }
}

/** Where the workspaces of this user are on this machine. */
export interface WorkspacePlaces {
  /** The list of those that were opened. */
  readonly recentFile: string;
  /** The folder in which a new one gets its own, when none is named. */
  readonly newOnes: string;
}

/** A plan that a workspace begins with instead of the built-in one: from whom, and why. */
export interface BeginningPlan {
  readonly plan: Plan;
  readonly rules: RuleSet;
  readonly who: string;
  readonly note: string;
}

export interface WorkspaceSurroundings {
  readonly dataFolder: string;
  readonly clock: () => Date;
  readonly database: OpenOptions;
  readonly read: ReadDatabase;
  readonly places?: WorkspacePlaces | undefined;
  /** Begins a real workspace in a folder and closes it again. */
  readonly begin: (folder: string, name: string, plan: BeginningPlan | undefined) => Promise<void>;
  /** Another thread for work on whole databases; without it that is done in this one. */
  readonly runner?: BackupRunner | undefined;
  /** Copies the open database whole to a new name. */
  readonly copyTo: (target: string) => Promise<void>;
  /** Shows the workspace in that folder instead of this one; gives the address a page has to go to. Only a host can. */
  readonly open?: ((folder: string) => Promise<string | null>) | undefined;
}

/** What is done with whole workspaces from the one that is open. */
export interface WorkspaceService {
  /** The open one, also while a data file is looked at. */
  readonly here: () => Workspace;
  readonly list: () => RecentWorkspaceDto[];
  readonly defaultPlace: string;
  /** `from`: the folder of the workspace whose own data it begins with, and who asked for that. */
  readonly create: (
    name: string,
    folder: string | undefined,
    beginning?: {
      readonly from?: { readonly old: string; readonly who: string | null } | undefined;
      readonly plan?: BeginningPlan | undefined;
    },
  ) => Promise<{ readonly folder: string; readonly taken: TakenOver | null }>;
  /** Copies this real one to practise on. WORKSPACE_NOT_REAL. */
  readonly copy: (name: string | undefined, folder: string | undefined, act: Beginning) => Promise<string>;
  readonly open: (folder: string) => Promise<string | null>;
  readonly canOpen: boolean;
}

export function createWorkspaceService(around: WorkspaceSurroundings): WorkspaceService {
  const { dataFolder, clock, database, read, places, begin, copyTo, open, runner = HERE } = around;
  const defaultPlace = places?.newOnes ?? dirname(dataFolder);
  const note = (folder: string, workspace: Workspace): void => {
    if (places !== undefined) noteRecent(places.recentFile, folder, workspace, clock().toISOString());
  };
  const here = (): Workspace => {
    const found = readWorkspace(read);
    if (found === null) throw new Error('The workspace does not say what it is');
    return found;
  };
  note(dataFolder, here());
  return {
    here,
    defaultPlace,
    canOpen: open !== undefined,
    list: () => {
      const noted = places === undefined ? [] : readRecent(places.recentFile);
      return describeRecent(noted, dataFolder);
    },
    create: async (name, asked, { from, plan } = {}) => {
      const folder = asked === undefined ? freePlace(defaultPlace, name) : requireAbsolute(asked);
      const at = clock().toISOString();
      let taken: TakenOver | null = null;
      await placeNew(folder, database, async (unfinished) => {
        if (from === undefined) return begin(unfinished, name, plan);
        const made = { name, at, who: from.who };
        const old = requireAbsolute(from.old);
        taken = await runner.run('takeOver', { folder: unfinished, old, made, database }, {});
      });
      note(folder, { kind: 'real', name, createdAt: at, practiceSince: null });
      return { folder, taken };
    },
    copy: async (asked, place, act) => {
      const real = here();
      if (real.kind !== 'real') throw new UserError('WORKSPACE_NOT_REAL', { folder: dataFolder });
      const name = asked ?? real.name ?? '';
      const folder =
        place === undefined ? freePlace(defaultPlace, `${name} thực hành`) : requireAbsolute(place);
      await placeNew(folder, database, async (unfinished) => {
        const file = join(unfinished, DATABASE_NAME);
        await copyTo(file);
        makePractice(file, database, name, act);
      });
      note(folder, { ...real, name, practiceSince: act.at });
      return folder;
    },
    open: async (folder) => {
      requireThere(folder);
      if (open === undefined) throw new UserError('WORKSPACE_ELSEWHERE', { folder });
      // Said here, where somebody sees it: whoever goes there has left this one.
      requireOpenable(join(folder, DATABASE_NAME), database);
      return open(resolve(folder));
    },
  };
}

function requireAbsolute(folder: string): string {
  if (!isAbsolute(folder)) throw new UserError('INPUT_INVALID', { problem: `folder ${folder}` });
  return resolve(folder);
}

/** A folder named after the workspace that is not there yet: `van-phong-ban-chi-dao`, `…-2`. */
function freePlace(parent: string, name: string): string {
  const word = foldText(name)
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '');
  const candidate = join(parent, word || 'kh02');
  for (let count = 1; ; count += 1) {
    const folder = count === 1 ? candidate : `${candidate}-${count}`;
    if (!existsSync(folder)) return folder;
  }
}
