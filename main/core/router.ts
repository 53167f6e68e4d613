import { alerts } from './alerts/handlers.ts';
import { application } from './application/handlers.ts';
import { cuts } from './cuts/handlers.ts';
import { map } from './map/handlers.ts';
import { plan } from './plan/handlers.ts';
import { status } from './status/handlers.ts';
import { units } from './units/handlers.ts';

/** Every feature's handlers under its name in the contract. */
export const router = { alerts, application, cuts, map, plan, status, units };
export type Router = typeof router;
