import { describe, expect, it } from 'vitest';
import {
  BIVARIATE,
  bandFill,
  bivariateFill,
  contrast,
  SELECTION,
  SEQUENCE,
  statusStyle,
  type Theme,
} from '#shared/domain/colours.ts';
import {
  COLOURS,
  COVERAGE_BANDS,
  EMPTY_KINDS,
  OPERATING_STATUSES,
  REPORTED_STATUSES,
} from '#shared/domain/model.ts';
import { seenAs, smallestDistance, VISIONS } from './colour-vision.ts';

const THEMES: Theme[] = ['light', 'dark'];
const STATUSES = [...new Set([...REPORTED_STATUSES, ...OPERATING_STATUSES, ...EMPTY_KINDS])];

function closestPair(fills: readonly string[]): number {
  const pairs = fills.flatMap((one, place) =>
    fills.slice(place + 1).map((other) => smallestDistance(one, other)),
  );
  return Math.min(...pairs);
}

// Hue of OKLab in degrees; greys have none.
function isBlue(colour: string): boolean {
  const [, a, b] = seenAs(colour);
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  return Math.hypot(a, b) > 3 && hue > 230 && hue < 290;
}

describe('colours', () => {
  it('are those of the design in the light theme', () => {
    expect(
      ['green', 'yellow', 'red', 'notReported'].map((one) => statusStyle(one as 'red', 'light').fill),
    ).toEqual(['#2E9E83', '#F5CB45', '#9E1B1B', '#C4C9D1']);
  });

  for (const theme of THEMES) {
    it(`never stand alone: each of the three has its own shape and letter (${theme})`, () => {
      const styles = COLOURS.map((one) => statusStyle(one, theme));
      expect(new Set(styles.map(({ shape }) => shape)).size).toBe(3);
      for (const language of ['vi', 'en'] as const) {
        expect(new Set(STATUSES.map((one) => statusStyle(one, theme).letter[language])).size).toBe(
          STATUSES.length,
        );
      }
    });

    it(`hatch every kind of empty and what is undetermined, and nothing else (${theme})`, () => {
      const hatched = STATUSES.filter((one) => statusStyle(one, theme).isHatched);
      expect(hatched).toEqual(['undetermined', 'notReported', 'noEvidence', 'notApplicable', 'notYetDue']);
    });

    it(`carry letters that can be read, at least 4.5:1 (${theme})`, () => {
      for (const status of STATUSES) {
        const { fill, ink } = statusStyle(status, theme);
        expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
      }
    });

    it(`of the nine pairs and no data differ for people with and without colour blindness (${theme})`, () => {
      const nine = COLOURS.flatMap((reported) =>
        COLOURS.map((operating) => BIVARIATE[theme][reported][operating]),
      );
      expect(new Set(nine).size).toBe(9);
      expect(closestPair([...nine, bivariateFill('notReported', 'green', theme)])).toBeGreaterThan(9);
    });

    it(`of the coverage bands differ for people with and without colour blindness (${theme})`, () => {
      expect(closestPair(COVERAGE_BANDS.map((band) => bandFill(band, theme)))).toBeGreaterThan(9);
    });

    it(`of a sequence go one way in lightness for every vision, in clear steps (${theme})`, () => {
      for (const vision of Object.values(VISIONS)) {
        const lightness = SEQUENCE[theme].map((colour) => seenAs(colour, vision)[0]);
        const steps = lightness.slice(1).map((value, place) => value - (lightness[place] ?? 0));
        const sign = Math.sign(steps[0] ?? 0);
        for (const step of steps) expect(step * sign).toBeGreaterThan(4);
      }
    });

    it(`leave blue to the selection (${theme})`, () => {
      expect(isBlue(SELECTION[theme])).toBe(true);
      const fills = COLOURS.flatMap((one) => COLOURS.map((other) => BIVARIATE[theme][one][other]));
      for (const fill of [
        ...fills,
        ...SEQUENCE[theme],
        ...STATUSES.map((one) => statusStyle(one, theme).fill),
      ]) {
        expect([fill, isBlue(fill)]).toEqual([fill, false]);
      }
    });
  }

  it('agree between the status layer and the diagonal of the gap layer', () => {
    for (const theme of THEMES) {
      for (const one of COLOURS) expect(bivariateFill(one, one, theme)).toBe(statusStyle(one, theme).fill);
    }
  });
});
