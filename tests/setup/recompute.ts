import { inOneGo } from '#main/core/judge/judgement/pauses.ts';
import {
  recomputeAllSteps,
  recomputeCutSteps,
  recomputeSteps,
} from '#main/core/judge/judgement/recompute.ts';

/** The recomputes of the product without their pauses. */
export const recomputeCut = (...asked: Parameters<typeof recomputeCutSteps>) =>
  inOneGo(recomputeCutSteps(...asked));
export const recomputeFrom = (...asked: Parameters<typeof recomputeSteps>) =>
  inOneGo(recomputeSteps(...asked));
export const recomputeAll = (...asked: Parameters<typeof recomputeAllSteps>) =>
  inOneGo(recomputeAllSteps(...asked));
