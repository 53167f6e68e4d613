import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { RuleChangeProgress } from '#renderer/panels/rules/RuleChangeProgress.tsx';
import { useRuleChange } from '#renderer/panels/rules/use-rule-change.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import type { RuleVersionDto } from '#shared/contract/rules.ts';
import classes from './RuleVersions.module.css';
import saveClasses from './SaveRules.module.css';
import { useWho } from './SaveRules.tsx';

/** Every version of the rule set: when, by whom, why; one can be opened or put in force again. */
export function RuleVersions({ onOpen }: { readonly onOpen: (version: number) => void }) {
  const { t, format } = useText();
  const [wanted, setWanted] = useState<RuleVersionDto | null>(null);
  const query = useQuery(useApi().rules.list.queryOptions());
  if (query.data === undefined || query.isError) return <QueryState query={query} />;
  return (
    <Panel title={t('settings.versions')}>
      <ol className={classes.list}>
        {query.data.map((version) => (
          <li key={version.version} data-active={version.isActive || undefined}>
            <p className={classes.head}>
              <strong>{t('rules.version', { version: version.version })}</strong>
              {version.isActive && <span className={classes.active}>{t('rules.version.active')}</span>}
              <span className={classes.note}>
                {format.dateTime(version.createdAt)} · {version.who}
              </span>
            </p>
            <p>{version.note}</p>
            {version.activatedAt !== null && (
              <p className={classes.note}>
                {t('rules.versions.lastActivated', {
                  time: format.dateTime(version.activatedAt),
                  who: version.activatedBy ?? '–',
                })}
              </p>
            )}
            <p className={classes.actions}>
              <Button size="compact-sm" variant="default" onClick={() => onOpen(version.version)}>
                {t('rules.versions.view')}
              </Button>
              {!version.isActive && (
                <Button size="compact-sm" variant="default" onClick={() => setWanted(version)}>
                  {t('rules.versions.activate')}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ol>
      {wanted !== null && <Activate version={wanted} onClose={() => setWanted(null)} />}
    </Panel>
  );
}

function Activate(props: { readonly version: RuleVersionDto; readonly onClose: () => void }) {
  const { t } = useText();
  const { version } = props.version;
  const [who, setWho] = useWho();
  const activate = useRuleChange(useApi().rules.activate.call, props.onClose);
  const close = () => {
    activate.stop();
    props.onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    activate.start({ version, who });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('rules.activate.title', { version })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form className={saveClasses.form} onSubmit={submit}>
        <p>{t('rules.activate.hint')}</p>
        <WhoField
          label={t('rules.save.who')}
          required
          value={who}
          data-autofocus
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <RuleChangeProgress change={activate} />
        <div className={saveClasses.actions}>
          <Button variant="default" onClick={close}>
            {t('rules.cancel')}
          </Button>
          <Button type="submit" disabled={who.trim() === '' || activate.isRunning}>
            {t('rules.versions.activate')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
