import { useQuery } from '@tanstack/react-query';
import { useApi, useEngine } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { OpenFileMark } from '#renderer/ui/OpenFileMark.tsx';
import classes from './StatusBar.module.css';

/** The bottom line: is the engine alive, which version and rule set, where the data lie. */
export function StatusBar() {
  const { t } = useText();
  const api = useApi();
  const { id } = useCut();
  const { state } = useEngine();
  const info = useQuery(api.application.info.queryOptions()).data;
  const rules = useQuery(
    api.status.get.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  ).data;
  return (
    <footer className={classes.bar}>
      <span className={classes.engine} data-state={state}>
        <span className={classes.dot} aria-hidden="true" />
        {t('engine.label')}: {t(`engine.${state}`)}
      </span>
      <OpenFileMark />
      {rules !== undefined && <span>{t('status.rules', { version: rules.ruleVersion })}</span>}
      {info !== undefined && (
        <>
          <span>
            {t('source.label')}:{' '}
            {info.sourceKinds.map((kind) => t(`sourceKind.${kind}`)).join(', ') || t('source.none')}
          </span>
          <span className={classes.folder}>
            {sourceOfWindow() === null && t('status.folder', { folder: info.dataFolder })}
          </span>
          <span>{t('status.version', { version: info.version })}</span>
        </>
      )}
    </footer>
  );
}
