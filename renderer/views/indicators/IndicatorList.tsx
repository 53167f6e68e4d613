import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { IndicatorDto } from '#shared/contract/plan.ts';
import type { CriterionFiguresDto } from '#shared/contract/status.ts';
import { boundsOfFigure } from '#shared/domain/bounds.ts';
import { isNearlyComplete } from '#shared/domain/coverage.ts';
import type { FigureState } from '#shared/domain/known.ts';
import type { ColourBounds, OperatingStatus } from '#shared/domain/model.ts';
import { criterionNote } from '#shared/text/criterion-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import classes from './IndicatorList.module.css';

interface Figure {
  readonly value: number | null;
  readonly state: FigureState;
  readonly status: OperatingStatus | null;
  readonly bounds: ColourBounds | null;
  /** Of a criterion: of how many it speaks where many are silent; else ''. */
  readonly open?: string;
}

/** Every criterion and output with the country's value; the current one is marked. */
export function IndicatorList({ current }: { readonly current: string | undefined }) {
  const { t, format } = useText();
  const api = useApi();
  const { id } = useCut();
  const indicators = useQuery(api.plan.indicators.queryOptions());
  const status = useQuery(
    api.status.get.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  );
  const rules = useQuery(api.rules.get.queryOptions({ input: {} }));
  if (indicators.data === undefined) return <QueryState query={indicators} />;
  const figures = new Map<string, Figure>([
    ...(status.data?.criteria ?? []).map((one) => [one.code, figureOf(one, { t, format })] as const),
    ...(status.data?.outputs ?? [])
      .filter((output) => output.unit === 'VN')
      .map((output) => [output.code, { ...output, bounds: boundsOfFigure(output) }] as const),
  ]);
  const limits = Object.values(rules.data?.rules.operating.indicators ?? {}).flatMap(
    ({ greenFrom, yellowFrom }) => [greenFrom, yellowFrom],
  );
  const shares = indicators.data.map(({ code, kind }) =>
    kind === 'count' ? null : (figures.get(code)?.value ?? null),
  );
  const writeShare = format.percents(shares, limits);
  const parts = [
    ['indicators.outputs', indicators.data.filter((item) => item.kind !== 'criterion')],
    ['indicators.criteria', indicators.data.filter((item) => item.kind === 'criterion')],
  ] as const;
  return (
    <nav className={classes.list} aria-label={t('indicators.list')}>
      {parts.map(([title, items]) => (
        <section key={title}>
          <h2>{t(title)}</h2>
          <ul>
            {items.map((item) => (
              <Item
                key={item.code}
                indicator={item}
                figure={figures.get(item.code)}
                write={item.kind === 'count' ? (value) => format.number(value) : writeShare}
                isCurrent={item.code === current}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** The share of a criterion, and where many are silent of how many it speaks. */
function figureOf(one: CriterionFiguresDto, speaker: Pick<Text, 't' | 'format'>): Figure {
  const { share: value, shareState: state, met, notMet, notReported } = one;
  const isWhole = isNearlyComplete({ communes: met + notMet + notReported, notReported });
  return { value, state, status: null, bounds: null, open: isWhole ? '' : criterionNote(speaker, one) };
}

function Item(props: {
  readonly indicator: IndicatorDto;
  readonly figure: Figure | undefined;
  readonly write: (value: number | null) => string;
  readonly isCurrent: boolean;
}) {
  const text = useText();
  const { indicator, figure } = props;
  return (
    <li>
      <AppLink
        to={`/chi-tieu/${indicator.code}`}
        className={classes.item ?? ''}
        aria-current={props.isCurrent ? 'true' : undefined}
      >
        <span>{text.locale === 'vi' ? indicator.shortName : indicator.shortNameEn}</span>
        <span className={classes.value} data-unknown={figure?.value === null || undefined}>
          {figure === undefined ? '' : knownText(text, figure.value, figure.state, props.write)}
        </span>
        {figure?.status === null || figure === undefined ? (
          <span />
        ) : (
          <StatusGlyph status={figure.status} bounds={figure.bounds} size="1rem" />
        )}
        {(figure?.open ?? '') !== '' && <small className={classes.open}>{figure?.open}</small>}
      </AppLink>
    </li>
  );
}
