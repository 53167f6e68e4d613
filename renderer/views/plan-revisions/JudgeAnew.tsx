import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import classes from './PlanHistory.module.css';

/** Closed cuts keep the revision they were closed under, until somebody has one judged anew and says why. */
export function JudgeAnew() {
  const { t } = useText();
  const api = useApi();
  const names = useNames();
  const say = useSay();
  const [asked, setAsked] = useState<string | null>(null);
  const closed = useCut().cuts.filter(({ state }) => state === 'closed');
  if (closed.length === 0) return null;
  const judge = async (cut: string, who: string, reason: string | null) => {
    const { revision } = await api.plan.judgeAnew.call({ cut, who, reason: reason ?? '' });
    say.done(t('planRevisions.anew.done', { cut: names.cut(cut), version: revision }));
  };
  return (
    <Panel title={t('planRevisions.anew')}>
      <p>{t('planRevisions.anew.hint')}</p>
      <ul className={classes.cuts}>
        {closed.map(({ id }) => (
          <li key={id}>
            <span>{names.cut(id)}</span>
            <Button size="compact-sm" variant="default" onClick={() => setAsked(id)}>
              {t('planRevisions.anew.do')}
              <span className="visually-hidden"> {names.cut(id)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <WhoDialog
          isOpen
          onClose={() => setAsked(null)}
          title={t('planRevisions.anew.title', { cut: names.cut(asked) })}
          note={t('planRevisions.anew.note')}
          who={t('planRevisions.save.who')}
          submit={t('planRevisions.anew.do')}
          reason={{ label: t('planRevisions.save.note'), isRequired: true }}
          onSubmit={(who, reason) => judge(asked, who, reason)}
        />
      )}
    </Panel>
  );
}
