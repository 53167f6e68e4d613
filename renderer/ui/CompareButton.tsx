import { Button } from '@mantine/core';
import { goTo, hrefTo } from '#renderer/ground/address.ts';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import { WORKSPACE } from '#shared/contract/choices.ts';

/** Puts an open file beside the figures of this machine: those here first, the file's second. */
export function CompareButton({ id }: { readonly id: string }) {
  const { t } = useText();
  const isOwn = id === sourceOfWindow();
  const open = (): void =>
    goTo(hrefTo('/so-sanh', isOwn ? { fromSource: WORKSPACE } : { fromSource: WORKSPACE, toSource: id }));
  return (
    <Button size="compact-sm" variant="default" onClick={open}>
      {t('snapshots.compare')}
    </Button>
  );
}
