import { IconHome, IconMinus, IconPlus } from '@tabler/icons-react';
import L from 'leaflet';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useText } from '#renderer/ground/text.tsx';
import classes from './ChoroplethMap.module.css';

/** Zoom in, zoom out, back to where the map began, and what else a map offers; in the screen's language. */
export function MapButtons(props: { readonly onHome: () => void; readonly children?: ReactNode }) {
  const map = useMap();
  const { t } = useText();
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (group.current !== null) L.DomEvent.disableClickPropagation(group.current);
  }, []);
  return (
    <fieldset ref={group} className={classes.buttons} data-map-buttons aria-label={t('map.title')}>
      <button type="button" onClick={() => map.zoomIn()} title={t('map.zoomIn')} aria-label={t('map.zoomIn')}>
        <IconPlus size="1.1em" aria-hidden="true" />
      </button>
      <button
        type="button"
        onClick={() => map.zoomOut()}
        title={t('map.zoomOut')}
        aria-label={t('map.zoomOut')}
      >
        <IconMinus size="1.1em" aria-hidden="true" />
      </button>
      <button type="button" onClick={props.onHome} title={t('map.home')} aria-label={t('map.home')}>
        <IconHome size="1.1em" aria-hidden="true" />
      </button>
      {props.children}
    </fieldset>
  );
}
