import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { UnitBackgroundDto } from '#shared/contract/units.ts';
import { formerPlaceText } from '#shared/text/former-text.ts';
import { emptyText } from '#shared/text/known-text.ts';
import { perPeopleNumber, perPeopleText } from '#shared/text/per-people-text.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import classes from './UnitBackground.module.css';

/** Population, seat and what the unit was made from. */
export function UnitBackground(props: { readonly code: string; readonly cut: string | undefined }) {
  const { t } = useText();
  const { code, cut } = props;
  const query = useQuery(useApi().units.background.queryOptions({ input: { code, cut } }));
  return (
    <Panel title={t('background.title')}>
      {query.data === undefined || query.isError ? (
        <QueryState query={query} />
      ) : (
        <Content background={query.data} />
      )}
    </Panel>
  );
}

function Content({ background }: { readonly background: UnitBackgroundDto }) {
  const text = useText();
  const { t } = text;
  const { population, seat, code } = background;
  const isCommune = code.length === 5;
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>{t('background.population')}</dt>
          <dd>
            {populationText(population, text)}
            {!isCommune && <Missing population={population} />}
          </dd>
        </div>
        {isCommune && (
          <div>
            <dt>{t('background.seat')}</dt>
            <dd>{seat ?? t('background.unknown')}</dd>
          </div>
        )}
      </dl>
      {background.perPeople.length > 0 && <PerPeople background={background} />}
      {code !== 'VN' && <MadeFrom background={background} />}
      <p className={classes.source}>{t('background.source')}</p>
    </>
  );
}

/** An unknown number is said to be unknown; a sum with communes missing is at least what is known. */
function populationText(
  { people, state, countedIn, communes, unknown, doubtful }: UnitBackgroundDto['population'],
  { t }: Text,
): string {
  if (people === null) return t('background.unknown');
  if (state === 'doubtful') return t('background.doubtful', { people });
  const year = String(countedIn);
  const isWhole = communes === 1 || unknown + doubtful === 0;
  return t(isWhole ? 'background.people' : 'background.atLeast', { people, year });
}

function Missing({ population }: { readonly population: UnitBackgroundDto['population'] }) {
  const { t } = useText();
  const { communes, unknown, doubtful } = population;
  return (
    <span className={classes.note}>
      {unknown > 0 && <span>{t('background.missing', { count: unknown, communes })}</span>}
      {doubtful > 0 && <span>{t('background.doubted', { count: doubtful })}</span>}
    </span>
  );
}

type Count = UnitBackgroundDto['perPeople'][number];

/** Why a count is not told per 10,000 people: it did not come, or the population of none that sent it is known. */
function emptyOf(
  { state }: Count,
  population: UnitBackgroundDto['population'],
  { t }: Pick<Text, 't'>,
): string {
  if (state !== 'value') return emptyText({ t }, state);
  return t(population.state === 'doubtful' ? 'perPeople.doubtful' : 'perPeople.none');
}

/** The counts of the unit per 10,000 people, and as a file. */
function PerPeople({ background }: { readonly background: UnitBackgroundDto }) {
  const text = useText();
  const names = useNames();
  const { t, pick, format } = text;
  const { perPeople: counts, population, code } = background;
  const cut = counts[0]?.cut ?? null;
  const wordsOf = (count: Count) =>
    count.value === null
      ? emptyOf(count, population, text)
      : code.length === 5
        ? perPeopleNumber(format, count.value)
        : perPeopleText(text, count);
  return (
    <section>
      <TableMenu
        title={`${t('perPeople.column')}: ${names.fullName(code)}`}
        rows={() => counts}
        count={counts.length}
        cut={cut ?? undefined}
        columns={[
          { header: t('units.outputs.indicator'), value: pick },
          { header: t('tableExport.code'), value: (count) => count.code },
          {
            header: t('perPeople.column'),
            value: (count) => count.value,
            format: 'decimal',
            empty: (count) => ({ words: emptyOf(count, population, text) }),
          },
          { header: t('background.population'), value: (count) => count.people, format: 'integer' },
          { header: t('unitLevel.commune'), value: (count) => count.communes, format: 'integer' },
        ]}
      />
      <h3 className={classes.heading}>{titleWithMonth(t('perPeople.column'), cut, text)}</h3>
      <ul className={classes.list} aria-label={t('perPeople.column')}>
        {counts.map((count) => (
          <li key={count.code}>
            <span>{pick(count)}</span>
            <span className={count.value === null ? classes.note : undefined}>{wordsOf(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MadeFrom({ background: { madeFrom } }: { readonly background: UnitBackgroundDto }) {
  const { t, format } = useText();
  return (
    <>
      <h3 className={classes.heading}>{t('background.madeFrom')}</h3>
      {madeFrom.length === 0 && <p className={classes.note}>{t('background.madeFrom.none')}</p>}
      <ul className={classes.list} aria-label={t('background.madeFrom')}>
        {madeFrom.map((former) => (
          <li key={`${former.level}-${former.code}-${former.endedOn}`}>
            <span>{former.name}</span>
            <span className={classes.note}>
              {[
                t(former.isPart ? 'background.part' : 'background.wholeOf'),
                formerPlaceText(former),
                t('background.since', { date: format.date(former.endedOn) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
