import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { describeError } from '#renderer/client/errors.ts';
import { sourceOfWindow } from '#renderer/client/source.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { lookAtSource, reloadOnOtherSource } from './source.ts';
import { useText } from './text.tsx';

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
      action={<Button onClick={() => lookAtSource(null)}>{text.t('snapshot.back')}</Button>}
    />
  );
}
