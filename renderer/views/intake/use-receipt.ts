import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { receiptText } from '#shared/text/intake-receipt.ts';
import { useProblemNames } from './use-problem-names.ts';

/** What a province is told about its file, as it was said when it came in; `text` is null of an import without. */
export function useReceipt(run: string | null) {
  const words = useText();
  const names = useNames();
  const problemNames = useProblemNames();
  const say = useSay();
  const query = useQuery(
    useApi().intake.receipt.queryOptions({ input: { run: run ?? '' }, enabled: run !== null }),
  );
  const { data } = query;
  const text =
    data == null
      ? data
      : receiptText(
          {
            ...data,
            province: data.province === null ? null : names.fullName(data.province),
            cuts: data.cuts.map(names.cut),
            missing: data.missing.map(names.fullName),
          },
          words,
          words.format,
          problemNames,
        );
  return {
    query,
    text,
    copy: async () => {
      await navigator.clipboard.writeText(text ?? '');
      say.done(words.t('intake.receipt.copied'));
    },
    // With its mark at the front, so that old Windows programs read the accents.
    save: () =>
      saveBlob(new Blob(['\uFEFF', text ?? ''], { type: 'text/plain' }), `bien-nhan-${data?.file ?? ''}.txt`),
  };
}
