import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.tsx';
import { describeError } from '#renderer/client/errors.ts';
import classes from './QueryState.module.css';

interface QueryLike {
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What stands in a panel while its figures are on the way, or when they could not be had. */
export function QueryState(props: { readonly query: QueryLike; readonly fills?: 'panel' | 'window' }) {
  const text = useText();
  const { query, fills = 'panel' } = props;
  if (!query.isError) {
    return (
      <div className={classes.state} data-fills={fills} role="status">
        <Loader size="sm" color="gray" aria-hidden="true" />
        <span>{text.t('state.loading')}</span>
      </div>
    );
  }
  return (
    <div className={classes.state} data-fills={fills} role="alert">
      <IconAlertTriangle className={classes.icon} aria-hidden="true" />
      <strong>{text.t('state.error')}</strong>
      <span>{describeError(query.error, text)}</span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRefresh size="1rem" aria-hidden="true" />}
        onClick={() => query.refetch()}
      >
        {text.t('state.retry')}
      </Button>
    </div>
  );
}
