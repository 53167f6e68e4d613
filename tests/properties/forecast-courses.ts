import type { ForecastCourse } from '#shared/domain/forecast-course.ts';
import { addDays } from '#shared/domain/periods.ts';

/** A course of a hundred communes, a value a week; null where nobody reported. */
export function course(code: string, values: readonly (number | null)[]): ForecastCourse {
  return {
    code,
    steps: 1,
    points: values.map((done, week) => ({
      day: addDays('2025-07-07', 7 * week),
      done,
      total: 100,
      reported: done === null ? 0 : 100,
    })),
  };
}

/** Gaps that close by a few in a hundred a week, some weeks more and some less: the same on every machine. */
export function unevenCourses(units: number, weeks: number): ForecastCourse[] {
  let seed = 7;
  const chance = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  return Array.from({ length: units }, (_, unit) => {
    let gap = 60 + 30 * chance();
    const values = Array.from({ length: weeks }, () => {
      gap *= 1 - 0.1 * chance();
      return 100 - gap;
    });
    return course(String(unit), values);
  });
}
