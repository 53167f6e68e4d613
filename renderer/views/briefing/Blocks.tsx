import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SpecChart } from '#renderer/charts/SpecChart.tsx';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { isChartEmpty } from '#shared/charts/reading.ts';
import type { BlockDto, MapSpecDto } from '#shared/contract/briefing-page.ts';
import type { Locale } from '#shared/text/format.ts';
import { FittedText } from './FittedText.tsx';
import classes from './PagePreview.module.css';

/** Pixels of a map in the preview for each point of its place: sharp on dense displays, too. */
const MAP_PIXELS_PER_POINT = 2;

/** Points above a chart for its title, as the writers keep them. */
const CAPTION_HEIGHT = 22;

interface Drawing {
  readonly language: Locale;
  /** The house's colour. */
  readonly accent: string;
  readonly pointPixels: number;
  /** The block's place on the page in points. */
  readonly width: number;
  readonly height: number;
}

/** One block of a page as the preview draws it. */
export function BlockPreview({ block, ...drawing }: Drawing & { readonly block: BlockDto }) {
  const { pointPixels, language, accent } = drawing;
  switch (block.type) {
    case 'headline':
      return (
        <FittedText largest={21} smallest={12} pointPixels={pointPixels} className={classes.headline}>
          {block.text}
        </FittedText>
      );
    case 'text':
      return (
        <FittedText largest={17} smallest={8.5} pointPixels={pointPixels} className={classes.text}>
          <ul>
            {block.paragraphs.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </FittedText>
      );
    case 'figures':
      return <FiguresPreview figures={block.figures} width={drawing.width} />;
    case 'table':
      return <TablePreview table={block.table} pointPixels={pointPixels} />;
    case 'chart':
      return (
        <div className={classes.captioned}>
          {block.hasCaption !== false && <p className={classes.caption}>{block.chart.title}</p>}
          <div className={classes.drawn}>
            {isChartEmpty(block.chart) ? (
              <NoFigures text={block.emptyText} />
            ) : (
              <SpecChart
                chart={block.chart}
                language={language}
                accent={accent}
                pointPixels={pointPixels}
                width={drawing.width}
                height={drawing.height - (block.hasCaption === false ? 0 : CAPTION_HEIGHT)}
              />
            )}
          </div>
        </div>
      );
    case 'map':
      return <MapPreview map={block.map} width={drawing.width} height={drawing.height} />;
  }
}

function NoFigures({ text }: { readonly text: string | undefined }) {
  const { t } = useText();
  return <p className={classes.text}>{text ?? t('briefing.noData')}</p>;
}

type Figures = Extract<BlockDto, { type: 'figures' }>['figures'];

/** Points between and inside the cards of figures, as in the style sheet. */
const CARD_GAP = 12;
const CARD_PADDING = 20;
/** Width of a bold digit as a multiple of its size; with some room for wider letters. */
const DIGIT_WIDTH = 0.64;
const LARGEST_FIGURE = 26;

/** The size in points at which the longest figure of the row still fits its card. */
function figureSize(figures: Figures, width: number): number {
  const card = (width - CARD_GAP * (figures.length - 1)) / figures.length - CARD_PADDING;
  const longest = Math.max(1, ...figures.map((figure) => figure.text.length));
  return Math.min(LARGEST_FIGURE, card / (longest * DIGIT_WIDTH));
}

function FiguresPreview({ figures, width }: { readonly figures: Figures; readonly width: number }) {
  const fontSize = `calc(${figureSize(figures, width).toFixed(1)} * var(--pt))`;
  return (
    <dl className={classes.figures}>
      {figures.map((figure) => (
        <div key={figure.label} className={classes.card} data-colour={figure.colour}>
          <dt>{figure.label}</dt>
          <dd className={classes.number} style={{ fontSize }}>
            {figure.text}
          </dd>
          {figure.change !== undefined && (
            <dd className={classes.change} data-direction={figure.change.direction}>
              {figure.change.text}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

type Table = Extract<BlockDto, { type: 'table' }>['table'];

function TablePreview({ table, pointPixels }: { readonly table: Table; readonly pointPixels: number }) {
  if (table.rows.length === 0) {
    return (
      <div className={classes.captioned}>
        <p className={classes.caption}>{table.title}</p>
        <p className={classes.text}>{table.emptyText}</p>
      </div>
    );
  }
  return (
    <div className={classes.captioned}>
      <p className={classes.caption}>{table.title}</p>
      <FittedText largest={11} smallest={7} pointPixels={pointPixels} className={classes.tablePlace}>
        <table className={classes.table}>
          <colgroup>
            {table.columns.map((column) => (
              <col key={column.title} style={{ width: `${column.width}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.title} scope="col" data-format={column.format}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, at) => (
              <tr key={at}>
                {cells.map((cell, column) => (
                  <td
                    key={table.columns[column]?.title}
                    data-format={table.columns[column]?.format}
                    data-colour={cell.colour}
                  >
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </FittedText>
    </div>
  );
}

function MapPreview(props: { readonly map: MapSpecDto; readonly width: number; readonly height: number }) {
  const text = useText();
  const { map, width, height } = props;
  const input = { map, width, height, pixels: Math.round(width * MAP_PIXELS_PER_POINT) };
  const picture = useQuery(useApi().briefing.drawMap.queryOptions({ input, gcTime: 60_000 }));
  if (picture.isError) return <p className={classes.text}>{describeError(picture.error, text)}</p>;
  if (picture.data === undefined) {
    return (
      <div className={classes.waiting} role="status" aria-label={text.t('state.loading')}>
        <Loader size="sm" color="gray" />
      </div>
    );
  }
  return (
    <img className={classes.map} src={`data:image/png;base64,${picture.data.png}`} alt={map.description} />
  );
}
