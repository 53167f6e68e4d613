import { Button, SegmentedControl, Select, Switch } from '@mantine/core';
import { IconMap2, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AddMap } from '#renderer/map/AddMap.tsx';
import { FIXED_LAYERS, type MapLevel } from '#renderer/map/map-classes.ts';
import { layerName, legendName } from '#renderer/map/UnitCard.tsx';
import type { ClassifiedQuery } from '#renderer/map/use-classified-map.ts';
import { foldedOptions } from '#renderer/ui/folded-options.ts';
import classes from './MapView.module.css';
import type { MapAddress } from './use-map-address.ts';
import type { MapOptions } from './use-map-options.ts';

interface ToolbarProps {
  readonly address: MapAddress;
  readonly options: MapOptions;
  /** The level on screen. */
  readonly level: MapLevel;
  /** What the map shows. */
  readonly query: ClassifiedQuery;
}

/** Which level, layer and part of the country the map shows, and how it is drawn. */
export function MapToolbar({ address, options, level, query }: ToolbarProps) {
  const text = useText();
  const { t } = text;
  const names = useNames();
  const figure = {
    layer: layerName(address.layer, text, names),
    level: t(`map.level.${level}.long`),
  };
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('map.title')}>
      <SegmentedControl
        size="xs"
        aria-label={t('map.level')}
        data={(['province', 'commune'] as const).map((value) => ({ value, label: t(`map.level.${value}`) }))}
        value={level}
        onChange={(value) =>
          address.change(value === 'province' ? { level: value, province: null } : { level: value })
        }
      />
      <LayerSelect address={address} />
      <ScopeSelect address={address} />
      <Switch
        size="xs"
        label={t('map.names')}
        checked={options.hasNames}
        onChange={(event) => options.setNames(event.currentTarget.checked)}
      />
      <Switch
        size="xs"
        label={t('map.patterns')}
        title={t('map.patterns.hint')}
        checked={options.hasPatterns}
        onChange={(event) => options.setPatterns(event.currentTarget.checked)}
      />
      <AddMap
        classified={query.classified}
        classify={query.classify}
        hasPatterns={options.hasPatterns}
        title={
          address.province === null
            ? t('map.figure', figure)
            : t('map.figure.inside', { ...figure, unit: names.shortName(address.province) })
        }
        legendTitle={legendName(address.layer, text, names)}
        province={address.province}
      />
      <TableButton address={address} />
    </div>
  );
}

function TableButton({ address }: Pick<ToolbarProps, 'address'>) {
  const { t } = useText();
  const Icon = address.isTable ? IconMap2 : IconTable;
  return (
    <Button
      className={classes.asTable ?? ''}
      size="compact-sm"
      variant="default"
      leftSection={<Icon size="1rem" aria-hidden="true" />}
      onClick={() => address.change({ view: address.isTable ? null : 'table' })}
    >
      {t(address.isTable ? 'map.asMap' : 'map.asTable')}
    </Button>
  );
}

function LayerSelect({ address }: Pick<ToolbarProps, 'address'>) {
  const text = useText();
  const { t } = text;
  const indicators = useQuery(useApi().plan.indicators.queryOptions()).data;
  const data = useMemo(() => {
    const item = (indicator: NonNullable<typeof indicators>[number]) => ({
      value: indicator.code,
      label: text.locale === 'vi' ? indicator.shortName : indicator.shortNameEn,
    });
    const all = indicators ?? [];
    return [
      {
        group: t('map.layer.group.fixed'),
        items: FIXED_LAYERS.map((value) => ({ value: value as string, label: t(`map.layer.${value}`) })),
      },
      {
        group: t('map.layer.group.criteria'),
        items: all.filter((one) => one.kind === 'criterion').map(item),
      },
      { group: t('map.layer.group.outputs'), items: all.filter((one) => one.kind !== 'criterion').map(item) },
    ];
  }, [indicators, t, text.locale]);
  return (
    <Select
      size="xs"
      className={classes.layer ?? ''}
      aria-label={t('map.layer')}
      data={data}
      value={address.layer}
      allowDeselect={false}
      maxDropdownHeight={480}
      onChange={(layer) => address.change({ layer })}
    />
  );
}

const COUNTRY = 'VN';

function ScopeSelect({ address }: Pick<ToolbarProps, 'address'>) {
  const { t } = useText();
  const { units, fullName } = useNames();
  const data = useMemo(
    () => [
      { value: COUNTRY, label: t('map.scope.country') },
      ...units
        .filter((unit) => unit.level === 'province')
        .map(({ code }) => ({ value: code, label: fullName(code) })),
    ],
    [units, fullName, t],
  );
  return (
    <Select
      size="xs"
      className={classes.scope ?? ''}
      aria-label={t('map.scope')}
      data={data}
      value={address.province ?? COUNTRY}
      allowDeselect={false}
      searchable
      // 'hai phong' finds Hải Phòng.
      filter={foldedOptions}
      onChange={(code) => address.change({ province: code === COUNTRY ? null : code, unit: null })}
    />
  );
}
