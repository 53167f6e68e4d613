import { useText } from '#renderer/ground/text.tsx';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import { useInbox } from './inbox.tsx';
import type { InboxItem } from './inbox-item.ts';
import { useSayCommitted } from './use-commit.ts';

/** Takes several ready files in, one transaction each, under one name. */
export function CommitMany(props: { readonly items: readonly InboxItem[]; readonly onClose: () => void }) {
  const { t } = useText();
  const inbox = useInbox();
  const sayCommitted = useSayCommitted();
  const count = props.items.length;
  const submit = async (who: string) => {
    for (const { key } of props.items) {
      if (await inbox.commit(key, { who, acceptValid: false, reason: null })) sayCommitted(key);
    }
  };
  return (
    <WhoDialog
      isOpen={count > 0}
      onClose={props.onClose}
      title={t('intake.commit.many.title', { count })}
      note={t('intake.commit.many.note')}
      who={t('intake.commit.who')}
      submit={t('intake.commit.submitMany')}
      onSubmit={submit}
    />
  );
}
