import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';

const FORMATS = ['xlsx', 'json'] as const;

/** A revision as a workbook to work in, and as JSON. */
export function DownloadPlan({ revision }: { readonly revision: number }) {
  const { t } = useText();
  const api = useApi();
  const say = useSay();
  const save = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) => api.plan.export.call({ revision, format }),
    onSuccess: ({ file, name }) => saveBlob(file, name),
    onError: say.error,
  });
  return FORMATS.map((format) => (
    <Button
      key={format}
      size="compact-sm"
      variant="default"
      loading={save.isPending && save.variables === format}
      onClick={() => save.mutate(format)}
    >
      {t(`planRevisions.download.${format}`)}
    </Button>
  ));
}
