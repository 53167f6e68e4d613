import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { useInbox } from './inbox.tsx';

/** Says what taking a file in came to. */
export function useSayCommitted(): (key: string) => void {
  const { t } = useText();
  const say = useSay();
  const inbox = useInbox();
  return (key) => {
    const item = inbox.items().find((one) => one.key === key);
    if (item?.committed == null) return;
    const { added, changed, same } = item.committed.result;
    const message = t('intake.committed', { file: item.file.name, added, changed, same });
    say.done(message);
  };
}
