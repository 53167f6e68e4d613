import { Button, Select } from '@mantine/core';
import { useRef } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { foldedOptions } from '#renderer/ui/folded-options.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRowsInSight } from '#renderer/ui/use-rows-in-sight.ts';
import type { IntakePreviewDto, IntakeQuestionDto } from '#shared/contract/intake.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import classes from './DataView.module.css';
import inspector from './Inspector.module.css';
import { useInbox } from './inbox.tsx';
import type { InboxItem } from './inbox-item.ts';
import { useAnswers } from './use-answers.ts';
import { useProblemNames } from './use-problem-names.ts';

/** What only a person can say: each question once, with every candidate. */
export function QuestionsView(props: { readonly item: InboxItem; readonly preview: IntakePreviewDto }) {
  const { t } = useText();
  const inbox = useInbox();
  const { item, preview } = props;
  const answered = Object.keys(item.revision.answers).length;
  return (
    <Panel
      title={t('intake.pane.questions', { count: preview.questions.length })}
      note={t('intake.questions.note')}
      flush
      actions={
        answered > 0 && (
          <>
            {t('intake.questions.answered', { count: answered })}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => inbox.revise(item.key, { answers: {} })}
            >
              {t('intake.questions.withdraw')}
            </Button>
          </>
        )
      }
    >
      {preview.questions.length === 0 ? (
        <EmptyState title={t('intake.questions.none')} />
      ) : (
        <QuestionList item={item} questions={preview.questions} />
      )}
    </Panel>
  );
}

/** Only the questions in view are drawn: names without accents alone may ask thousands. */
function QuestionList(props: { readonly item: InboxItem; readonly questions: readonly IntakeQuestionDto[] }) {
  const { item, questions } = props;
  const { t } = useText();
  const room = useRef<HTMLDivElement>(null);
  const rows = useRowsInSight({
    count: questions.length,
    getScrollElement: () => room.current,
    getItemKey: (index) => questions[index]?.id ?? index,
    estimateSize: () => 58,
    overscan: 6,
  });
  return (
    <div ref={room} className={inspector.list}>
      <ul
        className={inspector.room}
        data-rows-in-sight
        aria-label={t('intake.questions.list')}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const question = questions[index];
          if (question === undefined) return null;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={inspector.question}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Question question={question} item={item} />
            </li>
          );
        })}
      </ul>
    </div>
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
    <>
      <span>
        {sentence}{' '}
        <span className={classes.soft}>{t('intake.questions.rows', { count: question.rows })}</span>
      </span>
      <Select
        size="sm"
        aria-label={`${t('intake.questions.choose')}: ${sentence}`}
        placeholder={t('intake.questions.choose')}
        disabled={item.state !== 'read'}
        searchable
        maxDropdownHeight="50vh"
        limit={300}
        data={options}
        filter={foldedOptions}
        value={item.revision.answers[question.id] ?? null}
        onChange={(code) => {
          if (code !== null) {
            inbox.revise(item.key, { answers: { ...item.revision.answers, [question.id]: code } });
          }
        }}
      />
    </>
  );
}
