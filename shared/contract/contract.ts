import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract';
import { alerts } from './alerts.ts';
import { application } from './application.ts';
import { backups } from './backups.ts';
import { briefing } from './briefing.ts';
import { calendar } from './calendar.ts';
import { compare } from './compare.ts';
import { cuts } from './cuts.ts';
import { difficulties } from './difficulties.ts';
import { entry } from './entry.ts';
import { forecast } from './forecast.ts';
import { gap } from './gap.ts';
import { indicators } from './indicators.ts';
import { intake } from './intake.ts';
import { journal } from './journal.ts';
import { map } from './map.ts';
import { picture } from './picture.ts';
import { plan } from './plan.ts';
import { planRevisions } from './plan-revisions.ts';
import { recipes } from './recipes.ts';
import { rules } from './rules.ts';
import { settings } from './settings.ts';
import { snapshots } from './snapshots.ts';
import { staff } from './staff.ts';
import { status } from './status.ts';
import { unitActs } from './unit-acts.ts';
import { units } from './units.ts';
import { uploads } from './uploads.ts';
import { watch } from './watch.ts';
import { why } from './why.ts';
import { workspace } from './workspace.ts';

/** Everything a screen, a command or a test may ask of the application. One entry per feature of main/core. */
export const contract = {
  alerts,
  application,
  backups,
  briefing,
  calendar,
  compare,
  cuts,
  difficulties,
  entry,
  forecast,
  gap,
  indicators,
  intake,
  journal,
  map,
  picture,
  plan: { ...plan, ...planRevisions },
  recipes,
  rules,
  settings,
  staff,
  snapshots,
  status,
  units: { ...units, ...unitActs },
  uploads,
  watch,
  why,
  workspace,
};

export type Contract = typeof contract;
/** The typed caller: the same over a message port, a WebSocket or in one process. */
export type Client = ContractRouterClient<Contract>;
/** What each procedure answers: `Answers['plan']['task']`. */
export type Answers = InferContractRouterOutputs<Contract>;
