import { IconChevronRight, IconZoomIn } from '@tabler/icons-react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { MapLevel } from '#renderer/map/map-classes.ts';
import classes from './MapView.module.css';
import type { MapAddress } from './use-map-address.ts';

/** Cả nước > province > unit: where the map is, and the way back. */
export function MapPath(props: { readonly address: MapAddress; readonly level: MapLevel }) {
  const { t } = useText();
  const names = useNames();
  const { address } = props;
  const parent = address.unit === null ? null : (names.unit(address.unit)?.parent ?? null);
  const isProvince = parent === 'VN';
  const province = address.province ?? (isProvince ? address.unit : parent);
  const unit = isProvince ? null : address.unit;
  return (
    <nav className={classes.path} aria-label={t('map.path')}>
      <ol>
        <li>
          <button
            type="button"
            aria-current={province === null ? 'location' : undefined}
            onClick={() => address.change({ province: null, unit: null })}
          >
            {t('map.scope.country')}
          </button>
        </li>
        {province !== null && (
          <li>
            <IconChevronRight size="0.9em" aria-hidden="true" />
            <button
              type="button"
              aria-current={unit === null ? 'location' : undefined}
              onClick={() => address.change({ province, unit: null })}
            >
              {names.fullName(province)}
            </button>
          </li>
        )}
        {unit !== null && (
          <li>
            <IconChevronRight size="0.9em" aria-hidden="true" />
            <span aria-current="location">{names.fullName(unit)}</span>
          </li>
        )}
      </ol>
      {province !== null && province !== address.province && (
        <button
          type="button"
          className={classes.drill}
          onClick={() => address.change({ province, ...(isProvince ? { unit: null } : {}) })}
        >
          <IconZoomIn size="1em" aria-hidden="true" />
          {t('map.drill', { name: names.fullName(province) })}
        </button>
      )}
      <span className="visually-hidden" role="status">
        {address.province === null ? '' : t('map.live.scope', { name: names.fullName(address.province) })}
      </span>
    </nav>
  );
}
