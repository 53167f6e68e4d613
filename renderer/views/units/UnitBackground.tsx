import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { UnitBackgroundDto } from '#shared/contract/units.ts';
import { formerPlaceText } from '#shared/text/former-text.ts';
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

function MadeFrom({ background: { madeFrom } }: { readonly background: UnitBackgroundDto }) {
  const { t, format } = useText();
  return (
    <>
      <h3 className={classes.heading}>{t('background.madeFrom')}</h3>
      {madeFrom.length === 0 && <p className={classes.note}>{t('background.madeFrom.none')}</p>}
      <ul className={classes.list}>
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
