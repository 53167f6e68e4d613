import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from './text.tsx';

export interface Say {
  readonly done: (message: string) => void;
  /** Stays until it is closed. */
  readonly failed: (message: string) => void;
  readonly error: (error: unknown) => void;
}

/** Says what something came to, in the corner of the window. */
export function useSay(): Say {
  const text = useText();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': text.t('frame.close') };
    const failed = (message: string) => {
      notifications.show({ message, color: 'red', autoClose: false, closeButtonProps });
    };
    return {
      done: (message) => {
        notifications.show({ message, color: 'blue', closeButtonProps });
      },
      failed,
      error: (error) => failed(describeError(error, text)),
    };
  }, [text]);
}
