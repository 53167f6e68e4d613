import { Button, Checkbox, PasswordInput, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import { outcomeOf } from '#shared/contract/outcome.ts';
import classes from './SnapshotsView.module.css';
import { useFileWork } from './use-file-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** Makes a file: which units, which cuts, signed or not; progress, and a way to stop. */
export function MakePanel() {
  const text = useText();
  const { t } = text;
  const { id: cut } = useCut();
  const names = useNames();
  const keys = useQuery(useApi().snapshots.keys.list.queryOptions());
  const own = keys.data?.own ?? null;
  const [province, setProvince] = useState<string | null>(null);
  const [span, setSpan] = useState('all');
  const [who, setWho] = useState('');
  const [isSigned, setIsSigned] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const making = useMaking();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.start({
      ...(province === null ? {} : { province }),
      ...(span === 'one' && cut !== undefined ? { cuts: [cut] } : {}),
      ...(who.trim() === '' ? {} : { who: who.trim() }),
      ...(isSigned ? { sign: own?.isEncrypted === true ? { passphrase } : {} } : {}),
    });
  };
  if (sourceOfWindow() !== null) return null;
  return (
    <Panel title={t('snapshots.make.title')} note={t('snapshots.make.note')}>
      <form className={classes.form} onSubmit={submit}>
        <ProvinceSelect
          label={t('snapshots.field.scope')}
          everywhere={t('snapshots.make.country')}
          value={province}
          onChange={setProvince}
        />
        <SegmentedControl
          aria-label={t('snapshots.field.cuts')}
          value={span}
          onChange={setSpan}
          data={[
            { value: 'all', label: t('snapshots.make.allCuts') },
            {
              value: 'one',
              label: t('snapshots.make.oneCut', { cut: cut === undefined ? '–' : names.cut(cut) }),
            },
          ]}
        />
        <WhoField
          label={t('snapshots.field.maker')}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <Checkbox
          label={own === null ? t('snapshots.make.noKey') : t('snapshots.make.sign', { name: own.name })}
          disabled={own === null}
          checked={isSigned}
          onChange={(event) => setIsSigned(event.currentTarget.checked)}
        />
        {isSigned && own?.isEncrypted === true && (
          <PasswordInput
            label={t('snapshots.key.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={making.isRunning}>
          {t('snapshots.make.start')}
        </Button>
      </form>
      <div aria-live="polite">
        <WorkProgress work={making} />
        {making.outcome !== null && <p>{t('snapshots.make.done', { file: making.outcome.file })}</p>}
        {making.error !== null && (
          <p role="alert" className={classes.error}>
            {describeError(making.error, text)}
          </p>
        )}
      </div>
    </Panel>
  );
}

interface MakeChoice {
  readonly province?: string;
  readonly cuts?: string[];
  readonly who?: string;
  readonly sign?: { passphrase?: string };
}

function useMaking() {
  const api = useApi();
  return useFileWork(async (choice: MakeChoice, { signal, tell }) => {
    const { made } = await outcomeOf(await api.snapshots.create.call(choice, { signal }), tell);
    return made;
  });
}
