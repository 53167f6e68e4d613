import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { AlertListDto } from '#shared/contract/alerts.ts';
import { ALERT_RULES } from '#shared/domain/model.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import classes from './AlertFacets.module.css';
import type { AlertFilter } from './use-alert-filter.ts';

/** How the alerts of the list spread over rules and provinces; each line filters the list. */
export function AlertFacets(props: {
  readonly list: AlertListDto;
  readonly filter: AlertFilter;
  readonly className?: string | undefined;
}) {
  const { t } = useText();
  const names = useNames();
  const { list, filter } = props;
  const rules = ALERT_RULES.map((rule) => ({ rule, total: list.byRule[rule] ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((left, right) => right.total - left.total);
  const provinces = list.byProvince.toSorted((left, right) => right.total - left.total);
  return (
    <div className={props.className}>
      <Panel title={t('alerts.byRule')} flush className={classes.rules}>
        {rules.map(({ rule, total }) => (
          <Facet
            key={rule}
            name={t(`rule.${rule}`)}
            total={total}
            largest={rules[0]?.total ?? 1}
            isOn={filter.rule === rule}
            onToggle={() => filter.set({ rule: filter.rule === rule ? null : rule })}
          />
        ))}
      </Panel>
      <Panel title={t('alerts.byProvince')} flush scrolls className={classes.provinces}>
        {provinces.map(({ code, total }) => (
          <Facet
            key={code}
            name={code === COUNTRY_CODE ? t('alerts.central') : names.fullName(code)}
            total={total}
            largest={provinces[0]?.total ?? 1}
            isOn={filter.province === code}
            onToggle={() => filter.set({ province: filter.province === code ? null : code })}
          />
        ))}
      </Panel>
    </div>
  );
}

function Facet(props: {
  readonly name: string;
  readonly total: number;
  readonly largest: number;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}) {
  const { format } = useText();
  return (
    <button type="button" className={classes.facet} aria-pressed={props.isOn} onClick={props.onToggle}>
      <span>{props.name}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${(props.total / props.largest) * 100}%` }} />
      </span>
      <strong>{format.number(props.total)}</strong>
    </button>
  );
}
