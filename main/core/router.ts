import { alerts } from './alerts/handlers.ts';
import { application } from './application/handlers.ts';
import { briefing } from './briefing/handlers.ts';
import { compare } from './compare/handlers.ts';
import { cuts } from './cuts/handlers.ts';
import { difficulties } from './difficulties/handlers.ts';
import { forecast } from './forecast/handlers.ts';
import { gap } from './gap/handlers.ts';
import { indicators } from './indicators/handlers.ts';
import { intake } from './intake/handlers.ts';
import { map } from './map/handlers.ts';
import { plan } from './plan/handlers.ts';
import { rules } from './rules/handlers.ts';
import { settings } from './settings/handlers.ts';
import { snapshots } from './snapshots/handlers.ts';
import { status } from './status/handlers.ts';
import { units } from './units/handlers.ts';
import { watch } from './watch/handlers.ts';

/** Every feature's handlers under its name in the contract. */
export const router = {
  alerts,
  application,
  briefing,
  compare,
  cuts,
  difficulties,
  forecast,
  gap,
  indicators,
  intake,
  map,
  plan,
  rules,
  settings,
  snapshots,
  status,
  units,
  watch,
};
export type Router = typeof router;
