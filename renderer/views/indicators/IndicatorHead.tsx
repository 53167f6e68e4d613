import { IconMap2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { ownText } from '#renderer/ground/own-figure.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useThresholds } from '#renderer/ground/use-thresholds.ts';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { OriginNote } from '#renderer/ui/OriginNote.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { boundsOfFigure } from '#shared/domain/bounds.ts';
import { criterionBounds } from '#shared/domain/criterion-share.ts';
import { sumBoundsText } from '#shared/text/bounds-text.ts';
import { type CriterionShare, criterionNote } from '#shared/text/criterion-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import { perPeopleText } from '#shared/text/per-people-text.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import classes from './IndicatorHead.module.css';
import { type IndicatorPage, monthNote, writeValue } from './indicator-page.ts';

/** Name, definition, the country's value and how much of the country stands behind it. */
export function IndicatorHead({ page }: { readonly page: IndicatorPage }) {
  const text = useText();
  const names = useNames();
  const thresholds = useThresholds(page.indicator.code);
  const { t, pick, format, locale } = text;
  const { cut, indicator, country } = page;
  const bar = [
    { tone: 'green' as const, label: t('indicators.reported'), value: country.reported },
    { tone: 'inTime' as const, label: t('indicators.notApplicable'), value: country.notApplicable },
    { tone: 'empty' as const, label: t('indicators.notReported'), value: country.notReported },
  ];
  return (
    <header className={classes.head}>
      <div>
        <h2 className={classes.name}>{pick(indicator)}</h2>
        <Asks indicator={indicator} />
        <p className={classes.definition}>
          {locale === 'vi' ? indicator.definition : indicator.definitionEn}
        </p>
        <p className={classes.note}>
          {monthNote(page, text, names)}
          {' · '}
          <OriginNote cut={cut.id} indicator={indicator.code} />
        </p>
        {page.waitingMonth !== null && <p className={classes.note}>{waitingText(text, page.waitingMonth)}</p>}
        <Thresholds page={page} />
      </div>
      <div className={classes.figure}>
        <span className={classes.value}>
          {knownText(text, country.value, country.state, (value) =>
            writeValue(indicator, value, text, thresholds),
          )}
          <WhyButton
            name={pick(indicator)}
            about={{ what: 'figure', unit: country.code, indicator: indicator.code }}
            cut={cut.id}
          />
        </span>
        <Colour page={page} />
        <span className={classes.note}>{partsOf(page, text)}</span>
        <Beside page={page} />
        <StackedBar segments={bar} label={t('indicators.missing')} />
        <span className={classes.note}>
          {bar
            .filter(({ value }) => value > 0)
            .map(({ label, value }) => `${label} ${format.number(value)}`)
            .join(' · ')}
        </span>
        <AppLink
          to="/ban-do"
          query={{ layer: indicator.code, level: 'commune' }}
          className={classes.link ?? ''}
        >
          <IconMap2 size="1rem" aria-hidden="true" /> {t('indicators.onMap')}
        </AppLink>
      </div>
    </header>
  );
}

/** Criteria have none. */
function Colour({ page: { indicator, country } }: { readonly page: IndicatorPage }) {
  if (indicator.kind === 'criterion') return null;
  return <StatusBadge status={country.status} bounds={boundsOfFigure(country)} />;
}

/** Whose figures count. */
function Asks({ indicator: { asks } }: Pick<IndicatorPage, 'indicator'>) {
  const { t } = useText();
  return (
    <p className={classes.note}>
      <strong>{t(`indicators.asks.${asks}`)}</strong>: {t(`indicators.asks.${asks}.hint`)}
    </p>
  );
}

/** What the silent could make of the value, and what the centre sent for the whole country. */
function Beside({ page: { country, indicator } }: { readonly page: IndicatorPage }) {
  const text = useText();
  const bounds = sumBoundsText(text, indicator.kind, country.bounds);
  const open = indicator.kind === 'criterion' ? criterionNote(text, answersOf(country)) : '';
  const own = ownText({ unit: country.code, kind: indicator.kind, own: country.own }, text);
  return (
    <>
      {bounds !== null && <span className={classes.note}>{bounds}</span>}
      {open !== '' && <span className={classes.note}>{open}</span>}
      {country.perPeople !== null && (
        <span className={classes.note}>{perPeopleText(text, country.perPeople)}</span>
      )}
      {own !== null && (
        <span className={classes.note} title={text.t('units.outputs.own.hint')}>
          {own}
        </span>
      )}
    </>
  );
}

/** The country's answers to a criterion. */
function answersOf({ value, numerator, reported, notReported }: IndicatorPage['country']): CriterionShare {
  const met = numerator ?? 0;
  const bounds = criterionBounds(met, { reported, notReported });
  return { share: value, bounds, met, notMet: reported - met, notReported };
}

function partsOf({ indicator, country }: IndicatorPage, { t, format }: ReturnType<typeof useText>): string {
  const { numerator, denominator, value, reported } = country;
  if (value === null) return '';
  if (indicator.kind === 'criterion') {
    return t('indicators.country.met', { met: numerator ?? 0, owed: denominator ?? 0 });
  }
  if (indicator.kind === 'count') {
    const mean = reported === 0 ? null : value / reported;
    return t('indicators.country.mean', { value: format.number(mean, 1) });
  }
  return numerator === null || denominator === null
    ? ''
    : t('indicators.country.parts', { numerator, denominator });
}

/** The thresholds of the rule set in force; criteria have none. */
function Thresholds({ page }: { readonly page: IndicatorPage }) {
  const { t, format } = useText();
  const { data } = useQuery(useApi().rules.get.queryOptions({ input: {} }));
  const thresholds = data?.rules.operating.indicators[page.indicator.code];
  if (thresholds === undefined) return null;
  const write = (value: number) =>
    page.indicator.kind === 'count'
      ? t('indicators.task.perCommune', { value: format.number(value, 1, [value]) })
      : format.percent(value, [value]);
  const key = thresholds.direction === 'up' ? 'indicators.thresholds' : 'indicators.thresholds.down';
  return (
    <p className={classes.note}>
      {t(key, { green: write(thresholds.greenFrom), yellow: write(thresholds.yellowFrom) })}
      {' · '}
      {data?.rules.operating.rollUp === 'weighted' &&
        `${t('indicators.weight', { isScored: String(thresholds.weight > 0), weight: thresholds.weight })} · `}
      {t('rules.version', { version: data?.version ?? 0 })}
    </p>
  );
}
