/**
 * The word for Node with which a process has as much for short-lived objects as the engine's thread: V8 takes three
 * such spaces, and `main/hosts/engine/engine.ts` gives twelve MB in all.
 */
export const AS_THE_ENGINE = '--max-semi-space-size=4';
