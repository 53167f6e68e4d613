import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type { BriefingPageDto } from '#shared/contract/briefing-page.ts';
import type { Locale } from '#shared/text/format.ts';
import { BlockPreview } from './Blocks.tsx';
import { FittedText } from './FittedText.tsx';
import classes from './PagePreview.module.css';

/** A slide in points (13.333 x 7.5 inches) and, inside it, the place of the rows: as the writers lay it out. */
const PAGE = { width: 960, height: 540 };
const BODY = { width: 892, height: 432 };
const GAP = 14;

/** One page as it will be printed: white paper, drawn from the same blocks as every file. */
export function PagePreview(props: {
  readonly page: BriefingPageDto;
  readonly title: string;
  readonly number: number;
  readonly pages: number;
  readonly language: Locale;
  readonly brand: BriefingDescriptionDto['brand'];
}) {
  const { page, title, number, pages, language, brand } = props;
  const { t } = useText();
  const place = useRef<HTMLElement>(null);
  const pointPixels = useWidth(place) / PAGE.width;
  return (
    <article
      ref={place}
      className={classes.page}
      lang={language}
      aria-label={t('briefingScreen.preview.page', { number, pages, title })}
      style={{ aspectRatio: `${PAGE.width} / ${PAGE.height}`, ...brandStyle(brand) }}
    >
      {pointPixels > 0 && (
        <>
          {brand.logo !== null && (
            <img className={classes.logo} src={`data:image/png;base64,${brand.logo.png}`} alt="" />
          )}
          <h3 className={classes.title}>
            <FittedText largest={24} smallest={13} pointPixels={pointPixels}>
              {title}
            </FittedText>
          </h3>
          {page.marks !== '' && <p className={classes.mark}>{page.marks}</p>}
          <Rows page={page} language={language} accent={brand.accent} pointPixels={pointPixels} />
          <p className={classes.footer}>{page.provenance}</p>
          <p className={classes.pageNumber}>{number}</p>
        </>
      )}
    </article>
  );
}

/** The house's colours, and how far its logo moves the title to the right: as the writers lay it out. */
function brandStyle({ accent, band, logo }: BriefingDescriptionDto['brand']): CSSProperties {
  const width = logo === null ? 0 : logo.width * Math.min(120 / logo.width, 36 / logo.height);
  return {
    '--accent': accent,
    '--band': band,
    '--logo-width': width,
    '--logo-room': width === 0 ? 0 : width + GAP,
  } as CSSProperties;
}

function Rows(props: {
  readonly page: BriefingPageDto;
  readonly language: Locale;
  readonly accent: string;
  readonly pointPixels: number;
}) {
  const { page, language, accent, pointPixels } = props;
  const heights = page.rows.reduce((sum, row) => sum + row.height, 0);
  const height = BODY.height - GAP * (page.rows.length - 1);
  return (
    <div className={classes.rows}>
      {page.rows.map((row, at) => {
        const widths = row.cells.reduce((sum, cell) => sum + cell.width, 0);
        const width = BODY.width - GAP * (row.cells.length - 1);
        return (
          <div key={at} className={classes.row} style={{ flexGrow: row.height }}>
            {row.cells.map((cell, column) => (
              <div key={column} className={classes.cell} style={{ flexGrow: cell.width }}>
                <BlockPreview
                  block={cell.block}
                  language={language}
                  accent={accent}
                  pointPixels={pointPixels}
                  width={(width * cell.width) / widths}
                  height={(height * row.height) / heights}
                />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** The element's width in pixels, followed as it changes; 0 before the first look. */
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
