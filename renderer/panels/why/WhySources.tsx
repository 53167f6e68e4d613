import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { WhySourceDto } from '#shared/contract/why.ts';
import classes from './Why.module.css';

/** The files behind the figures, with sheet and row where it is one figure's. */
export function WhySources(props: { readonly sources: readonly WhySourceDto[]; readonly others: number }) {
  const { t } = useText();
  const { sources, others } = props;
  if (sources.length === 0) return <p className={classes.note}>{t('why.sources.none')}</p>;
  return (
    <section>
      <h4 className={classes.heading}>{t('why.sources')}</h4>
      <ul className={classes.sources}>
        {sources.map((source) => (
          <Source
            key={`${source.source}${source.receivedAt}${source.indicator}${source.row}`}
            source={source}
          />
        ))}
      </ul>
      {others > 0 && <p className={classes.note}>{t('why.sources.others', { count: others })}</p>}
    </section>
  );
}

function Source({ source }: { readonly source: WhySourceDto }) {
  const text = useText();
  const names = useNames();
  const indicator = source.indicator === null ? undefined : names.indicator(source.indicator);
  const named =
    indicator === undefined ? undefined : text.locale === 'vi' ? indicator.shortName : indicator.shortNameEn;
  return (
    <li>
      <span>{source.source}</span>
      <span className={classes.parts}>{[named, ...placeOf(source, text)].filter(Boolean).join(' · ')}</span>
    </li>
  );
}

function placeOf(source: WhySourceDto, { t, format }: Text): string[] {
  const { sheet, row, figures, kind, through, receivedAt, correction } = source;
  return [
    t(`sourceKind.${kind}`),
    ...(sheet === null ? [] : [t('why.source.sheet', { sheet })]),
    ...(row === null ? [] : [t('why.source.row', { row })]),
    ...(figures > 1 ? [t('why.source.figures', { count: figures })] : []),
    ...(through === null ? [] : [t('why.source.through', { file: through })]),
    format.dateTime(receivedAt),
    ...(correction === null ? [] : [t('why.source.correction', { why: correction })]),
  ];
}
