import { useQuery } from '@tanstack/react-query';
import { parseHash } from '#renderer/ground/address.ts';
import { useApi, useEngine } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { StatusReportDto } from '#shared/contract/status.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';
import { AlertsScene } from './AlertsScene.tsx';
import { FiguresScene } from './FiguresScene.tsx';
import { GroupsScene } from './GroupsScene.tsx';
import { MapScene } from './MapScene.tsx';
import { useRotation } from './use-rotation.ts';
import { useWallKeys } from './use-wall-keys.ts';
import { WallFrame } from './WallFrame.tsx';
import classes from './WallMode.module.css';

const SCENES = ['figures', 'map', 'groups', 'alerts'] as const;
type SceneName = (typeof SCENES)[number];

/** Four scenes in huge type that turn by themselves; nothing to click, keys only. */
export function WallMode() {
  const { t } = useText();
  const { id } = useCut();
  const { state, isDatabaseMoved } = useEngine();
  const rotation = useRotation(SCENES.length, firstScene());
  useWallKeys(rotation);
  const status = useQuery(
    useApi().status.get.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  );
  const scene = SCENES[rotation.position] ?? 'figures';
  const name = t(`wall.scene.${scene}` satisfies MessageKey);
  return (
    <main className={classes.wall} data-silent={state === 'silent' || isDatabaseMoved || undefined}>
      <WallFrame title={name} scenes={SCENES.length} rotation={rotation}>
        <p className="visually-hidden" aria-live="polite">
          {t('wall.position', { position: rotation.position + 1, count: SCENES.length, name })}
        </p>
        {status.data === undefined ? (
          <QueryState query={status} />
        ) : (
          <Stage shown={scene} report={status.data} />
        )}
      </WallFrame>
    </main>
  );
}

/** All scenes are there all the time: a turn builds nothing, and what was drawn survives a silent engine. */
function Stage(props: { readonly shown: SceneName; readonly report: StatusReportDto }) {
  return (
    <div className={classes.stage}>
      {SCENES.map((name) => (
        <div key={name} className={classes.scene} data-on={name === props.shown || undefined}>
          <Scene name={name} report={props.report} />
        </div>
      ))}
    </div>
  );
}

function Scene(props: { readonly name: SceneName; readonly report: StatusReportDto }) {
  switch (props.name) {
    case 'figures':
      return <FiguresScene report={props.report} />;
    case 'map':
      return <MapScene report={props.report} />;
    case 'groups':
      return <GroupsScene report={props.report} />;
    case 'alerts':
      return <AlertsScene />;
  }
}

/** `scene=map` in the address opens the wall on that scene. */
function firstScene(): number {
  const asked = parseHash(window.location.hash).query.get('scene');
  return Math.max((SCENES as readonly (string | null)[]).indexOf(asked), 0);
}
