import { Button, Select } from '@mantine/core';
import { useNames } from '#renderer/app/names.tsx';
import { useText } from '#renderer/app/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IntakePreviewDto, IntakeQuestionDto } from '#shared/contract/intake.ts';
import { foldText } from '#shared/text/fold.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import classes from './DataView.module.css';
import inspector from './Inspector.module.css';
import { useInbox } from './inbox.tsx';
import type { InboxItem } from './inbox-store.ts';
import { useProblemNames } from './use-problem-names.ts';

/** What only a person can say: each question once, with every candidate. */
export function QuestionsView(props: { readonly item: InboxItem; readonly preview: IntakePreviewDto }) {
  const { t } = useText();
  const inbox = useInbox();
  const { item, preview } = props;
  const answered = Object.keys(item.revision.answers).length;
  return (
    <Panel
      title={t('data.pane.questions', { count: preview.questions.length })}
      note={t('data.questions.note')}
      flush
      actions={
        answered > 0 && (
          <>
            {t('data.questions.answered', { count: answered })}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => inbox.revise(item.key, { answers: {} })}
            >
              {t('data.questions.withdraw')}
            </Button>
          </>
        )
      }
    >
      {preview.questions.length === 0 && <EmptyState title={t('data.questions.none')} />}
      <ul>
        {preview.questions.map((question) => (
          <Question key={question.id} question={question} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

function Question(props: { readonly question: IntakeQuestionDto; readonly item: InboxItem }) {
  const text = useText();
  const { t } = text;
  const inbox = useInbox();
  const { question, item } = props;
  const sentence = problemSentence(question, text, useProblemNames());
  const options = useAnswers(question);
  return (
    <li className={inspector.question}>
      <span>
        {sentence} <span className={classes.soft}>{t('data.questions.rows', { count: question.rows })}</span>
      </span>
      <Select
        size="sm"
        aria-label={`${t('data.questions.choose')}: ${sentence}`}
        placeholder={t('data.questions.choose')}
        disabled={item.state !== 'read'}
        searchable
        maxDropdownHeight="50vh"
        limit={300}
        data={options}
        filter={({ options: all, search }) => {
          const wanted = foldText(search);
          return all.filter((option) => 'label' in option && foldText(option.label).includes(wanted));
        }}
        value={item.revision.answers[question.id] ?? null}
        onChange={(code) => {
          if (code !== null) {
            inbox.revise(item.key, { answers: { ...item.revision.answers, [question.id]: code } });
          }
        }}
      />
    </li>
  );
}

/** The candidates; where none could be thought of, every unit of the register. */
function useAnswers({ candidates, code }: IntakeQuestionDto) {
  const names = useNames();
  if (candidates.length > 0 || !code.startsWith('UNIT_')) {
    return candidates.map((one) => ({ value: one.code, label: one.label }));
  }
  return names.units.map(({ code: value, parent }) => ({
    value,
    label: parent === null ? names.fullName(value) : `${names.fullName(value)}, ${names.fullName(parent)}`,
  }));
}
