import { Button, Textarea, TextInput } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { PageChoiceDto } from '#shared/contract/briefing-page.ts';
import classes from './BriefingView.module.css';
import { type ChosenPage, titleOf } from './use-briefing.ts';

/** The person's own title and speaker's notes of a page; emptied, the page says again what the figures say. */
export function PageWords(props: {
  readonly page: ChosenPage;
  readonly onChange: (choice: PageChoiceDto) => void;
}) {
  const { t } = useText();
  const { page, onChange } = props;
  const { title: _title, notes: _notes, ...bare } = page.choice;
  const { title, notes } = page.choice;
  const isOwn = title !== undefined || notes !== undefined;
  return (
    <Panel
      title={t('briefingScreen.words')}
      actions={
        isOwn && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(bare)}>
            {t('briefingScreen.words.reset')}
          </Button>
        )
      }
    >
      <div className={classes.words}>
        <TextInput
          label={t('briefingScreen.words.title')}
          maxLength={200}
          value={title ?? titleOf(page)}
          onChange={({ currentTarget: { value } }) =>
            onChange({
              ...bare,
              ...(value.trim() === '' ? {} : { title: value }),
              ...(notes === undefined ? {} : { notes }),
            })
          }
        />
        <Textarea
          label={t('briefingScreen.words.notes')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={8000}
          value={(notes ?? page.built?.notes ?? []).join('\n')}
          onChange={({ currentTarget: { value } }) =>
            onChange({
              ...bare,
              ...(title === undefined ? {} : { title }),
              notes: value.split('\n').slice(0, 40),
            })
          }
        />
        <p className={classes.soft}>{page.built?.provenance ?? t('briefingScreen.words.added')}</p>
      </div>
    </Panel>
  );
}
