import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { goTo, hrefTo } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { CountryMap } from '#renderer/map/CountryMap.tsx';
import { MapLegend } from '#renderer/map/MapLegend.tsx';
import { FIXED_LAYERS, type FixedLayer, type MapLevel } from '#renderer/map/map-classes.ts';
import { useClassifiedMap } from '#renderer/map/use-classified-map.ts';
import { LayerWhy } from '#renderer/panels/why/LayerWhy.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import classes from './OverviewMap.module.css';

/** The map of the country in small, with its four layers; the whole map is one step away. */
export function OverviewMap(props: { readonly className?: string | undefined }) {
  const { t } = useText();
  const { id } = useCut();
  const [layer, setLayer] = useState<FixedLayer>('reported');
  const [level, setLevel] = useState<MapLevel>('commune');
  const { classified } = useClassifiedMap(id, level, layer);
  // On a small display the legend would lie on the north of the country: there it goes below.
  const isWide = useMediaQuery('(min-width: 100em)', true, { getInitialValueInEffect: false });
  const why = <LayerWhy layer={layer} cut={id} />;
  return (
    <Panel
      title={t('overview.map')}
      className={props.className}
      flush
      actions={<LevelChoice layer={layer} level={level} onChange={setLevel} />}
    >
      <div className={classes.room}>
        <SegmentedControl
          size="xs"
          fullWidth
          className={classes.layers ?? ''}
          aria-label={t('overview.map.layer')}
          value={layer}
          onChange={(value) => setLayer(FIXED_LAYERS.find((item) => item === value) ?? 'reported')}
          data={FIXED_LAYERS.map((value) => ({ value, label: t(`map.layer.${value}`) }))}
        />
        <div className={classes.map}>
          <CountryMap
            cut={id}
            level={level}
            layer={layer}
            hasLegend={isWide}
            why={why}
            onSelect={(code) => goTo(hrefTo(`/don-vi/${code}`))}
            onDrill={(province) => goTo(hrefTo('/ban-do', { layer, level: 'commune', province }))}
          />
        </div>
        {!isWide && classified !== null && (
          <div className={classes.legend}>
            <MapLegend classified={classified} why={why} />
          </div>
        )}
      </div>
    </Panel>
  );
}

function LevelChoice(props: {
  readonly layer: FixedLayer;
  readonly level: MapLevel;
  readonly onChange: (level: MapLevel) => void;
}) {
  const { t } = useText();
  const { layer, level, onChange } = props;
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('overview.map.level')}
        value={level}
        onChange={(value) => onChange(value === 'province' ? 'province' : 'commune')}
        data={[
          { value: 'province', label: t('overview.map.provinces') },
          { value: 'commune', label: t('overview.map.communes') },
        ]}
      />
      <AppLink to="/ban-do" query={{ layer, level }}>
        {t('overview.map.open')}
      </AppLink>
    </>
  );
}
