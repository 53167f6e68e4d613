import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { sendFile } from '#renderer/ground/client/uploads.ts';
import { useText } from '#renderer/ground/text.tsx';
import type { PlanProblemDto } from '#shared/contract/plan-revisions.ts';
import { planProblemText } from '#shared/text/plan-text.ts';
import classes from './WorkspaceDialog.module.css';

/** The plan that a new workspace begins with: the built-in one, or that of a file, with what is wrong with it. */
export function FirstPlan(props: {
  /** Called with what was handed over, once it is known that a workspace can begin with it; null: the built-in one. */
  readonly onChange: (upload: string | null) => void;
}) {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const read = useMutation({
    mutationFn: async (file: File) => {
      props.onChange(null);
      const upload = await sendFile(api, file);
      const said = await api.workspace.readPlan.call({ place: { upload } });
      return { ...said, upload };
    },
    onSuccess: ({ upload, plan }) => plan !== null && props.onChange(upload),
  });
  const back = () => {
    read.reset();
    props.onChange(null);
  };
  const { data } = read;
  const plan = data?.plan ?? null;
  return (
    <fieldset className={classes.plan}>
      <legend>{t('workspace.plan')}</legend>
      {plan === null ? (
        <p>{t('workspace.plan.builtIn')}</p>
      ) : (
        <p>
          {t('workspace.plan.file', {
            file: data?.file ?? '',
            name: text.pick(plan),
            tasks: plan.tasks,
            indicators: plan.indicators,
          })}
        </p>
      )}
      {read.isError && (
        <p role="alert" className={classes.problem}>
          {describeError(read.error, text)}
        </p>
      )}
      {data !== undefined && data.problems.length > 0 && <Problems {...data} />}
      <div className={classes.ways}>
        <FileButton accept=".xlsx,.json" onChange={(file) => file !== null && read.mutate(file)}>
          {(button) => (
            <Button {...button} variant="default" loading={read.isPending}>
              {t('workspace.plan.choose')}
            </Button>
          )}
        </FileButton>
        {(plan !== null || read.isError || data !== undefined) && (
          <Button variant="default" onClick={back}>
            {t('workspace.plan.back')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Problems({
  file,
  problems,
}: {
  readonly file: string;
  readonly problems: readonly PlanProblemDto[];
}) {
  const text = useText();
  return (
    <div role="alert" className={classes.problem}>
      <p>{text.t('workspace.plan.refused', { file, count: problems.length })}</p>
      <ul>
        {problems.map((one) => (
          <li key={`${one.path} ${one.reason.code}`}>{planProblemText(one, file, text)}</li>
        ))}
      </ul>
    </div>
  );
}
