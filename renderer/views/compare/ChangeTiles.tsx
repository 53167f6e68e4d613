import { useText } from '#renderer/ground/text.tsx';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import classes from './ChangeTiles.module.css';
import { CHANGE_KINDS, changeKey, countOf } from './change-kinds.ts';

/** How many units improved, regressed, started, stopped, stayed, joined and left; and the alerts. */
export function ChangeTiles({ comparison }: { readonly comparison: ComparisonDto }) {
  const { t, format } = useText();
  const { opened, closed, lasting } = comparison.alerts;
  return (
    <dl className={classes.tiles}>
      {CHANGE_KINDS.map((kind) => (
        <div key={kind} className={classes.tile} data-kind={kind}>
          <dt>{t(changeKey(kind, comparison))}</dt>
          <dd>
            {format.number(countOf(comparison, kind))}
            <WhyButton
              name={t(changeKey(kind, comparison))}
              about={{ what: 'change', level: comparison.level, side: comparison.side }}
              cut={comparison.to.id}
            />
          </dd>
        </div>
      ))}
      <div className={`${classes.tile} ${classes.wide}`}>
        <dt>{t('compare.alerts')}</dt>
        <dd>
          {[
            [opened, t('compare.alerts.opened')],
            [closed, t('compare.alerts.closed')],
            [lasting, t('compare.alerts.lasting')],
          ].map(([count, name]) => (
            <span key={name}>
              {format.number(Number(count))} <small>{name}</small>
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}
