import { notifications } from '@mantine/notifications';
import { useText } from '#renderer/app/text.tsx';
import { useInbox } from './inbox.tsx';

/** Says what taking a file in came to. */
export function useSayCommitted(): (key: string) => void {
  const { t } = useText();
  const inbox = useInbox();
  return (key) => {
    const item = inbox.items().find((one) => one.key === key);
    if (item?.committed == null) return;
    const { added, changed, same } = item.committed.result;
    const message = t('data.committed', { file: item.file.name, added, changed, same });
    notifications.show({ message, color: 'blue' });
  };
}
