import { LIFE_MUTANTS } from './alert-life.ts';
import { ALERT_MUTANTS } from './alerts.ts';
import { CHECK_MUTANTS } from './checks.ts';
import { COLOUR_MUTANTS } from './colours.ts';
import { COURSE_MUTANTS } from './course.ts';
import { FIGURE_MUTANTS } from './figures.ts';
import type { Mutant } from './mutant.ts';
import { READING_MUTANTS } from './reading.ts';
import { SCREEN_MUTANTS } from './screens.ts';
import { TIME_MUTANTS } from './time.ts';
import { VIEW_MUTANTS } from './views.ts';

/** Every change that the tests must see. */
export const MUTANTS: readonly Mutant[] = [
  ...FIGURE_MUTANTS,
  ...COLOUR_MUTANTS,
  ...TIME_MUTANTS,
  ...COURSE_MUTANTS,
  ...ALERT_MUTANTS,
  ...LIFE_MUTANTS,
  ...READING_MUTANTS,
  ...CHECK_MUTANTS,
  ...VIEW_MUTANTS,
  ...SCREEN_MUTANTS,
];
