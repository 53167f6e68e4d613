import { application } from './ask/application/handlers.ts';
import { compare } from './ask/compare/handlers.ts';
import { cuts } from './ask/cuts/handlers.ts';
import { difficulties } from './ask/difficulties/handlers.ts';
import { forecast } from './ask/forecast/handlers.ts';
import { gap } from './ask/gap/handlers.ts';
import { indicators } from './ask/indicators/handlers.ts';
import { journal } from './ask/journal/handlers.ts';
import { map } from './ask/map/handlers.ts';
import { plan } from './ask/plan/handlers.ts';
import { status } from './ask/status/handlers.ts';
import { units } from './ask/units/handlers.ts';
import { why } from './ask/why/handlers.ts';
import { briefing } from './brief/handlers.ts';
import { alerts } from './desk/alerts/handlers.ts';
import { backups } from './desk/backups/handlers.ts';
import { calendar } from './desk/calendar/handlers.ts';
import { picture } from './desk/picture/handlers.ts';
import { settings } from './desk/settings/handlers.ts';
import { staff } from './desk/staff/handlers.ts';
import { workspace } from './desk/workspace/handlers.ts';
import { planRevisions } from './judge/plan/handlers.ts';
import { rules } from './judge/rules/handlers.ts';
import { entry } from './take/entry/handlers.ts';
import { intake } from './take/intake/handlers.ts';
import { recipes } from './take/intake/recipes/handlers.ts';
import { planFiles } from './take/plan-file/handlers.ts';
import { snapshots } from './take/snapshots/handlers.ts';
import { unitFiles } from './take/unit-file/handlers.ts';
import { uploads } from './take/uploads/handlers.ts';
import { watch } from './take/watch/handlers.ts';

/** Every feature's handlers under its name in the contract. */
export const router = {
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
  plan: { ...plan, ...planRevisions, ...planFiles },
  recipes,
  rules,
  settings,
  staff,
  snapshots,
  status,
  units: { ...units, ...unitFiles },
  uploads,
  watch,
  why,
  workspace,
};
export type Router = typeof router;
