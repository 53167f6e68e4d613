import { application } from './application/handlers.ts';

/** Every feature's handlers under its name in the contract. */
export const router = { application };
export type Router = typeof router;
