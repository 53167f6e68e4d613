import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import classes from './DataView.module.css';

/** The text that reminds one province or all that still owe something, ready to be copied. */
export function ReminderDialog(props: {
  readonly cut: string;
  readonly provinces: readonly string[];
  readonly onClose: () => void;
}) {
  const { t } = useText();
  return (
    <Modal
      opened={props.provinces.length > 0}
      onClose={props.onClose}
      title={t('intake.reminder.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="48rem"
    >
      {props.provinces.length > 0 && <Texts cut={props.cut} provinces={props.provinces} />}
    </Modal>
  );
}

const LANGUAGES = ['vi', 'en'] as const;

function Texts(props: { readonly cut: string; readonly provinces: readonly string[] }) {
  const { t, locale } = useText();
  const say = useSay();
  const api = useApi();
  const [language, setLanguage] = useState(locale);
  const queries = useQueries({
    queries: props.provinces.map((province) =>
      api.intake.reminder.queryOptions({ input: { cut: props.cut, province, language }, gcTime: 0 }),
    ),
  });
  const waiting = queries.find(({ data }) => data === undefined);
  if (waiting !== undefined) return <QueryState query={waiting} />;
  const texts = queries.flatMap(({ data }) => data?.text ?? []);
  const words = texts.length === 0 ? t('intake.reminder.none') : texts.join('\n\n');
  const copy = async () => {
    await navigator.clipboard.writeText(words);
    say.done(t('intake.receipt.copied'));
  };
  return (
    <div className={classes.stack}>
      <p className={classes.reminder}>{words}</p>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('intake.reminder.language')}
          data={LANGUAGES.map((value) => ({ value, label: t(`intake.reminder.${value}`) }))}
          value={language}
          onChange={setLanguage}
        />
        <Button data-autofocus onClick={copy}>
          {t('intake.reminder.copy')}
        </Button>
      </Group>
    </div>
  );
}
