import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { lookAtSource, reloadOnOtherSource } from '#renderer/ground/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

/** Lets the screens through when the source that the address names is there; else says so and shows the way back. */
export function SnapshotGate(props: { readonly children: ReactNode }) {
  const text = useText();
  const isSnapshot = sourceOfWindow() !== null;
  const query = useQuery({ ...useApi().snapshots.current.queryOptions(), enabled: isSnapshot });
  useEffect(reloadOnOtherSource, []);
  if (!isSnapshot || query.data !== undefined) return props.children;
  if (!query.isError) return null;
  return (
    <EmptyState
      title={describeError(query.error, text)}
      action={<Button onClick={() => lookAtSource(null)}>{text.t('snapshots.back')}</Button>}
    />
  );
}
