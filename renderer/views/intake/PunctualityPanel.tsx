import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { PunctualityDto } from '#shared/contract/intake.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import classes from './DataView.module.css';

const PARTS = ['incomplete', 'late', 'inTime'] as const;

/** A day under every column would run into its neighbours. */
const NAMED_EVERY = 3;

/** How many provinces were in time over the last cuts: one column a cut, 34 provinces high. */
export function PunctualityPanel({ cut }: { readonly cut: string }) {
  const { t } = useText();
  const trend = useQuery(
    useApi().intake.punctuality.queryOptions({ input: { cut }, placeholderData: (before) => before }),
  );
  return (
    <Panel title={t('intake.punctuality.title')}>
      {trend.data === undefined ? (
        <QueryState query={trend} />
      ) : (
        <>
          <p className={classes.legend}>
            {PARTS.toReversed().map((part) => (
              <span key={part}>
                <span
                  className={`${classes.key} ${part === 'incomplete' ? 'hatched' : ''}`}
                  data-part={part}
                  aria-hidden="true"
                />
                {t(`intake.punctuality.${part}`)}
              </span>
            ))}
          </p>
          <ol className={classes.bars}>
            {trend.data.map((one, place) => (
              <Bar key={one.cut} one={one} isNamed={(trend.data.length - 1 - place) % NAMED_EVERY === 0} />
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}

function Bar({ one, isNamed }: { readonly one: PunctualityDto; readonly isNamed: boolean }) {
  const { t, format } = useText();
  const names = useNames();
  const total = one.inTime + one.late + one.incomplete;
  const parts = PARTS.map(
    (part) => `${t(`intake.punctuality.${part}`)} ${format.number(one[part])}`,
  ).reverse();
  const words = `${names.cut(one.cut)}: ${parts.join(', ')}`;
  const asOf = parseCutCode(one.cut)?.asOf ?? '';
  return (
    <li title={words}>
      <span className="visually-hidden">{words}</span>
      {PARTS.map((part) => (
        <span
          key={part}
          data-part={part}
          className={part === 'incomplete' ? 'hatched' : undefined}
          style={{ height: `${(one[part] / total) * 100}%` }}
          aria-hidden="true"
        />
      ))}
      <span className={classes.barName} aria-hidden="true">
        {isNamed && (one.cut.startsWith('month') ? format.month(asOf) : format.dayAndMonth(asOf))}
      </span>
    </li>
  );
}
