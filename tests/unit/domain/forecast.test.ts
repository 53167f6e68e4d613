import { describe, expect, it } from 'vitest';
import {
  evaluateForecasts,
  explainForecast,
  type ForecastEvaluation,
  type ForecastOf,
} from '#shared/domain/forecast.ts';
import { knownOn, newestTold } from '#shared/domain/forecast-course.ts';
import { addDays } from '#shared/domain/periods.ts';
import { course, unevenCourses } from '#tests/properties/forecast-courses.ts';
import { render } from '#tests/properties/sentences.ts';

const only = (values: readonly (number | null)[]): ForecastEvaluation | undefined =>
  evaluateForecasts([course('x', values)]).get('x');
const sentences = (evaluation: ForecastEvaluation | undefined, of: ForecastOf = 'communes') =>
  evaluation === undefined ? [] : explainForecast(evaluation, of).map((one) => render(one, 'vi'));

describe('forecast', () => {
  it('says how much is missing instead of guessing', () => {
    expect(only([10, 20, 30])).toMatchObject({ kind: 'notEnoughData', points: 3 });
    expect(only([])).toMatchObject({ kind: 'notEnoughData', points: 0 });
    expect(only([null, null])).toMatchObject({ kind: 'notEnoughData', points: 0 });
  });

  it('says that all is done, or that nothing moves', () => {
    expect(only([90, 95, 99, 100])).toMatchObject({ kind: 'complete' });
    expect(only([50, 50, 50, 50])).toMatchObject({ kind: 'noProgress' });
  });

  it('tells the pace and why there is no date where too little could be tested', () => {
    const evaluation = only([10, 20, 90, 40, 50]);
    expect(evaluation).toMatchObject({ kind: 'withheld', cause: 'untested' });
    expect(sentences(evaluation)).toEqual([
      'Đã đạt 50% tính đến 2025-08-04; mỗi tuần thêm 10 xã; còn 50 xã.',
      'Không nêu ngày xong: chưa cách dự báo nào được thử đủ 5 tuần mà đúng từ 70% đến 90% số lần.',
    ]);
    expect(sentences(evaluation, 'progress')[0]).toContain('mỗi tuần thêm 10 điểm phần trăm; còn 50%');
  });

  it('leaves out weeks in which fewer than 90 of 100 reported, and names no date for who is silent now', () => {
    const courses = unevenCourses(34, 27);
    const [first, ...others] = courses;
    const silent = first && {
      ...first,
      points: first.points.map((point, week) => (week < 26 ? point : { ...point, done: 5, reported: 89 })),
    };
    const evaluations = evaluateForecasts(silent === undefined ? others : [silent, ...others]);
    expect(evaluations.get('0')).toMatchObject({ kind: 'withheld', cause: 'silent' });
  });

  it('tells share, pace and day from one point, the last of which nine in ten are known', () => {
    const known = course('x', [10, 20, 30, 40, 50]);
    const [last] = known.points.slice(-1);
    if (last === undefined) throw new Error('no course');
    // Three days on, most of the others have reported and this one only in part.
    const late = { ...last, day: addDays(last.day, 3) };
    const points = [...known.points, { ...late, done: 45, reported: 85 }];
    const evaluation = evaluateForecasts([
      { ...known, points },
      { ...known, code: 'y', points: [...known.points, late] },
    ]).get('x');
    expect(evaluation).toMatchObject({ day: last.day, share: 0.5 });
    expect(newestTold(points)).toEqual(last);
    expect(newestTold([{ ...late, done: 3, reported: 4 }])).toMatchObject({ done: 3 });
    expect(newestTold([{ ...late, done: null, reported: 0 }])).toBeNull();
    expect(knownOn(points, last.day)).toBe('value');
    expect(knownOn(points, late.day)).toBe('fewReported');
    expect(knownOn([...known.points, { ...late, done: null, reported: 0 }], late.day)).toBe('notReported');
    expect(knownOn(points, addDays(late.day, 7))).toBe('notReported');
  });

  it('names no date from a week that is known of nobody: it could lie before today', () => {
    const late = unevenCourses(34, 27).map((one) => ({
      ...one,
      points: one.points.map((point, week) => (week < 26 ? point : { ...point, done: 5, reported: 1 })),
    }));
    const kinds = new Set([...evaluateForecasts(late).values()].map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['withheld']));
  });

  it('says how often such ranges were right, and names no date beyond half of what is left after 9 weeks', () => {
    const evaluations = [...evaluateForecasts(unevenCourses(34, 20)).values()];
    const evaluation = evaluations.find(({ kind }) => kind === 'beyondHorizon');
    expect(sentences(evaluation)[0]).toMatch(
      /^Không nêu ngày xong: ngoài tầm đã thử \([1-5] tuần\)\. Đến .* lần thử đúng [78]\d/,
    );
    expect(sentences(evaluation)[1]).toMatch(/; mỗi tuần thêm .* xã; còn \d+ xã\.$/);
  });

  it('names no date for a unit that strayed to one side for six weeks', () => {
    const stubborn = course(
      'slow',
      Array.from({ length: 27 }, (_, week) => Math.max(0, (week - 12) ** 2 / 3)),
    );
    expect(evaluateForecasts([...unevenCourses(34, 27), stubborn]).get('slow')).toMatchObject({
      kind: 'withheld',
      cause: 'oneSided',
    });
  });

  it('takes one point a week, the newest, however many cuts the week has', () => {
    const [weekly] = unevenCourses(1, 20);
    if (weekly === undefined) throw new Error('no course');
    const daily = {
      ...weekly,
      points: weekly.points.flatMap((point) => [{ ...point, day: addDays(point.day, -3), done: 1 }, point]),
    };
    expect(evaluateForecasts([daily])).toEqual(evaluateForecasts([weekly]));
  });
});
