import { Select } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleXFilled, IconHelpCircleFilled } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import { foldedOptions } from '#renderer/ui/folded-options.ts';
import type { IntakeProblemDto, IntakeQuestionDto } from '#shared/contract/intake.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import { useInbox } from '../inbox.tsx';
import { useAnswers } from '../use-answers.ts';
import { useProblemNames } from '../use-problem-names.ts';
import { lettersOf } from './overlay.ts';
import classes from './Sheet.module.css';
import type { SpotProps } from './spot.ts';

const ICONS = { error: IconCircleXFilled, warning: IconAlertTriangleFilled, question: IconHelpCircleFilled };

/** What is wrong in this row, what stands at the cell first; where somebody can settle it, with the ways to do so. */
export function SpotProblems({ item, preview, view, spot, onLeave }: SpotProps) {
  const text = useText();
  const { t } = text;
  const names = useProblemNames();
  const letters = lettersOf(spot.column);
  const all = view.problems.get(spot.row) ?? [];
  const here = all.filter(({ column }) => column === letters);
  const problems = [...here, ...all.filter((one) => !here.includes(one))].slice(0, 12);
  if (problems.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t('intake.sheet.problems', { count: all.length })}</h3>
      <ul className={classes.problems}>
        {problems.map((one, at) => {
          const Icon = ICONS[one.severity];
          return (
            <li key={at} data-severity={one.severity}>
              <Icon size="0.9rem" role="img" aria-label={t(`intake.severity.${one.severity}`)} />
              <span>
                {one.column !== null && <b>{`${one.column}${one.row}: `}</b>}
                {problemSentence(one, text, names)}
                <Answer key={one.key} {...{ item, onLeave }} question={questionOf(one, preview.questions)} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The question that the problem asks; one of a unit that was not asked takes any unit. */
function questionOf(
  problem: IntakeProblemDto,
  questions: readonly IntakeQuestionDto[],
): IntakeQuestionDto | null {
  const { key, code, values } = problem;
  if (key === undefined) return null;
  const asked = questions.find(({ id }) => id === key);
  if (asked !== undefined) return asked;
  return code.startsWith('UNIT_') ? { id: key, code, values, candidates: [], rows: 1 } : null;
}

function Answer(props: {
  readonly item: SpotProps['item'];
  readonly onLeave: SpotProps['onLeave'];
  readonly question: IntakeQuestionDto | null;
}) {
  const { question, ...others } = props;
  return question === null ? null : <AnswerField {...others} question={question} />;
}

function AnswerField({
  item,
  question,
  onLeave,
}: {
  readonly item: SpotProps['item'];
  readonly onLeave: SpotProps['onLeave'];
  readonly question: IntakeQuestionDto;
}) {
  const { t } = useText();
  const inbox = useInbox();
  const { answers } = item.revision;
  return (
    <span className={classes.answer}>
      <Select
        size="xs"
        aria-label={t('intake.questions.choose')}
        placeholder={t('intake.questions.choose')}
        disabled={item.state !== 'read'}
        searchable
        limit={300}
        maxDropdownHeight="50vh"
        comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
        data={useAnswers(question)}
        filter={foldedOptions}
        value={answers[question.id] ?? null}
        onChange={(code) => {
          if (code === null) return;
          inbox.revise(item.key, { answers: { ...answers, [question.id]: code } });
          onLeave();
        }}
      />
      {question.rows > 1 && (
        <span className={classes.soft}>{t('intake.sheet.forAll', { count: question.rows })}</span>
      )}
    </span>
  );
}
