import { useComputedColorScheme } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import { BIVARIATE } from '#shared/domain/colours.ts';
import { COLOURS } from '#shared/domain/model.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';
import classes from './GapLegend.module.css';

const MEANINGS: readonly (readonly [MessageKey, number])[] = [
  ['gap.legend.wide', 2],
  ['gap.legend.gap', 1],
  ['gap.legend.same', 0],
  ['gap.legend.better', -1],
];

/** What the colours of reported x operating mean, in words: for the matrix, the list and the map. */
export function GapLegend() {
  const { t } = useText();
  const theme = useComputedColorScheme('light');
  return (
    <div className={classes.legend}>
      <ul>
        {MEANINGS.map(([key, steps]) => (
          <li key={key}>
            <span className={classes.swatches} aria-hidden="true">
              {pairsWith(steps).map(([reported, operating]) => (
                <span
                  key={`${reported}${operating}`}
                  style={{ background: BIVARIATE[theme][reported][operating] }}
                />
              ))}
            </span>
            {t(key)}
          </li>
        ))}
        <li>
          <span className={classes.swatches} aria-hidden="true">
            <span className={classes.open} />
          </span>
          {t('gap.legend.undetermined')}
        </li>
        <li>
          <span className={classes.swatches} aria-hidden="true">
            <span className="hatched" />
          </span>
          {t('gap.legend.unknown')}
        </li>
      </ul>
      <p>
        <SplitGlyph reported="green" operating="red" /> {t('gap.legend.glyph')}
      </p>
    </div>
  );
}

/** The pairs of colours so many steps apart; -1 stands for every pair that operates better. */
function pairsWith(steps: number) {
  return COLOURS.flatMap((reported) =>
    COLOURS.map((operating) => [reported, operating] as const).filter(([outside, inside]) => {
      const apart = (colourRank(outside) ?? 0) - (colourRank(inside) ?? 0);
      return Math.max(apart, -1) === steps;
    }),
  );
}
