import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';

/** Gives the sender's own workbook back with the cells in error marked and commented. */
export function ReturnFile({ preview }: { readonly preview: IntakePreviewDto }) {
  const text = useText();
  const say = useSay();
  const { t } = text;
  const api = useApi();
  const make = useMutation({
    mutationFn: (id: string) => api.intake.rejected.call({ id }),
    onSuccess: ({ name, file, cells, way }) => {
      saveBlob(file, name);
      say.done(
        `${t('intake.problems.returned', { file: name, cells })} ${t('intake.returned.way', { way })}`,
      );
    },
    onError: (error) => say.error(error),
  });
  const { id } = preview;
  const hasErrors = preview.counts.some(({ severity }) => severity !== 'warning');
  if (id === null || !hasErrors) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={make.isPending}
      leftSection={<IconDownload size="1rem" aria-hidden="true" />}
      onClick={() => make.mutate(id)}
    >
      {t('intake.problems.return')}
    </Button>
  );
}
