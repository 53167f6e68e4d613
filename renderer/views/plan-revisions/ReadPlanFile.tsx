import { Button, FileButton, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { sendFile } from '#renderer/ground/client/uploads.ts';
import { useText } from '#renderer/ground/text.tsx';
import type { PlanFileDto } from '#shared/contract/plan-revisions.ts';
import { keptText, planClashText, planProblemText, replacesText } from '#shared/text/plan-text.ts';
import { DifferenceList } from './DifferenceList.tsx';
import classes from './PlanHead.module.css';
import type { DraftWork } from './use-draft.ts';
import { goToPart } from './use-plan-address.ts';

/** Takes a plan file, says what it would change and what is wrong with it, and makes it the draft. */
export function ReadPlanFile({ work }: { readonly work: DraftWork }) {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const read = useMutation({
    mutationFn: async (file: File) =>
      await api.plan.read.call({ place: { upload: await sendFile(api, file) }, from: work.editor.from }),
  });
  return (
    <>
      <FileButton accept=".xlsx,.json" onChange={(file) => file !== null && read.mutate(file)}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="default" loading={read.isPending}>
            {t('planRevisions.file.read')}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={read.isSuccess || read.isError}
        onClose={read.reset}
        title={t('planRevisions.file.read')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
        size="52rem"
      >
        {read.isError && <p role="alert">{describeError(read.error, text)}</p>}
        {read.data !== undefined && <FileRead file={read.data} work={work} onClose={read.reset} />}
      </Modal>
    </>
  );
}

function FileRead(props: {
  readonly file: PlanFileDto;
  readonly work: DraftWork;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { t } = text;
  const { file, work, onClose } = props;
  const { plan, replaces, differences } = file;
  const isSame = plan !== null && file.problems.length === 0 && differences.length === 0;
  const take = () => {
    if (plan === null) return;
    work.begin({ plan, rules: file.rules });
    goToPart('draft');
    onClose();
  };
  return (
    <div className={classes.read}>
      <p>
        {isSame
          ? t('planRevisions.file.unchanged', { file: file.file })
          : t('planRevisions.file.says', {
              file: file.file,
              changes: differences.length,
              problems: file.problems.length,
            })}
      </p>
      <FileProblems file={file} />
      <KeptFields kept={file.kept} />
      {file.stale !== null && <StaleFile stale={file.stale} />}
      {replaces !== null && (
        <section className={classes.stale} role="alert">
          <p>{replacesText({ replaces, differences }, text)}</p>
          <p>{t('planRevisions.file.whole')}</p>
        </section>
      )}
      {plan !== null && <DifferenceList differences={differences} />}
      {plan !== null && work.draft !== null && <p>{t('planRevisions.file.replaces')}</p>}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t('planRevisions.cancel')}
        </Button>
        <Button disabled={plan === null || isSame} onClick={take}>
          {t(replaces === null ? 'planRevisions.file.take' : 'planRevisions.file.takeWhole')}
        </Button>
      </div>
    </div>
  );
}

/** The file comes from an older revision: what changed since stays, but for what the file says otherwise. */
function StaleFile({ stale }: { readonly stale: NonNullable<PlanFileDto['stale']> }) {
  const text = useText();
  const { t } = text;
  const { base, newest, since, clashes } = stale;
  return (
    <section className={classes.stale}>
      <p>{t('planRevisions.file.stale', { base, newest })}</p>
      <DifferenceList differences={since} />
      {clashes.length > 0 && (
        <>
          <p>{t('planRevisions.file.clashes')}</p>
          <ul className={classes.problems}>
            {clashes.map((one) => (
              <li key={`${one.part} ${one.code} ${one.field}`}>{planClashText(one, text)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t('planRevisions.file.together')}</p>
    </section>
  );
}

function FileProblems({ file }: { readonly file: PlanFileDto }) {
  const text = useText();
  if (file.problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {file.problems.map((problem) => (
        <li key={`${problem.path} ${problem.reason.code}`}>{planProblemText(problem, file.file, text)}</li>
      ))}
    </ul>
  );
}

/** What the file leaves out and stays as the plan has it. */
function KeptFields({ kept }: Pick<PlanFileDto, 'kept'>) {
  const text = useText();
  if (kept.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {kept.map((one) => (
        <li key={`${one.part} ${one.field}`}>{keptText(one, text)}</li>
      ))}
    </ul>
  );
}
