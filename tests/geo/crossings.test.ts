import { expect, test } from 'vitest';
import { countCrossings } from '../../assets/geo/crossings.ts';

test('lines that meet in a node do not cross', () => {
  expect(
    countCrossings([
      [
        [0, 0],
        [5, 5],
      ],
      [
        [5, 5],
        [9, 0],
        [0, 0],
      ],
    ]),
  ).toBe(0);
});

test('two lines that cross count once, however many cells they share', () => {
  expect(
    countCrossings([
      [
        [0, 0],
        [1000, 1000],
      ],
      [
        [0, 1000],
        [1000, 0],
      ],
      [
        [0, 2],
        [0, 3],
        [1, 4],
        [1, 5],
      ],
    ]),
  ).toBe(1);
});

test('lines that lie on each other are a fault', () => {
  expect(
    countCrossings([
      [
        [0, 0],
        [0, 10],
      ],
      [
        [0, 4],
        [0, 20],
      ],
    ]),
  ).toBe(1);
});
