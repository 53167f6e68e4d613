import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { describeError, isNoData, isUserError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from './AppLink.tsx';
import { NoDataYet } from './NoDataYet.tsx';
import classes from './QueryState.module.css';

interface QueryLike {
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const WAYS_BACK = {
  overview: { to: '/', label: 'state.toOverview' },
  tasks: { to: '/nhiem-vu', label: 'state.toTasks' },
} as const;

/**
 * What stands in a panel while its figures are on the way, or when they could not be had: then with the next
 * step, which is trying again, or for a refusal (an unknown unit, task, cut) the place to choose from.
 */
export function QueryState(props: {
  readonly query: QueryLike;
  readonly fills?: 'panel' | 'window';
  readonly wayBack?: keyof typeof WAYS_BACK;
}) {
  const text = useText();
  const { query, fills = 'panel', wayBack = 'overview' } = props;
  const back = WAYS_BACK[wayBack];
  if (!query.isError) {
    return (
      <div className={classes.state} data-fills={fills} role="status">
        <Loader size="sm" color="gray" aria-hidden="true" />
        <span>{text.t('state.loading')}</span>
      </div>
    );
  }
  if (isNoData(query.error)) return <NoDataYet />;
  return (
    <div className={classes.state} data-fills={fills} role="alert">
      <IconAlertTriangle className={classes.icon} aria-hidden="true" />
      <strong>{text.t('state.error')}</strong>
      <span>{describeError(query.error, text)}</span>
      {isUserError(query.error) ? (
        // Asking for the same thing again gets the same refusal: lead on instead.
        <AppLink to={back.to}>{text.t(back.label)}</AppLink>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size="1rem" aria-hidden="true" />}
          onClick={() => query.refetch()}
        >
          {text.t('state.retry')}
        </Button>
      )}
    </div>
  );
}
