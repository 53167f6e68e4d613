import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { CountryMap } from '#renderer/map/CountryMap.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { StatusReportDto } from '#shared/contract/status.ts';
import classes from './MapScene.module.css';

const STATUSES = ['green', 'yellow', 'red', 'notReported'] as const;

/** The country's communes by what they reported, as large as the display, with a legend to read from afar. */
export function MapScene({ report }: { readonly report: StatusReportDto }) {
  const { t, format } = useText();
  const { id } = useCut();
  const { reported, communes } = report.national;
  const writeShare = format.percents(STATUSES.map((status) => reported[status] / communes));
  return (
    <div className={classes.scene}>
      <div className={classes.map}>
        <CountryMap
          cut={id}
          level="commune"
          layer="reported"
          isStill
          hasLegend={false}
          inset={false}
          labelScale={2}
        />
      </div>
      <div className={classes.legend}>
        <h2>{t('status.reported.long')}</h2>
        <ul>
          {STATUSES.map((status) => (
            <li key={status}>
              <StatusGlyph status={status} size="1.1em" />
              <span>{t(`status.${status}`)}</span>
              <strong>{format.number(reported[status])}</strong>
              <span className={classes.share}>{writeShare(reported[status] / communes)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
