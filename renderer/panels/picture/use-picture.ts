import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { CollectingCutDto } from '#shared/contract/picture.ts';
import type { CutDto } from '#shared/contract/words.ts';
import { type Completeness, sentShare } from '#shared/domain/picture.ts';
import { cutNameInside } from '#shared/text/reason-text.ts';

/** A due hour passes without anybody sending anything. */
const ASKED_AGAIN_MS = 60_000;

/** Which cut is the picture, and what is collected, of weeks and of months. */
export function usePicture() {
  return useQuery(useApi().picture.get.queryOptions({ refetchInterval: ASKED_AGAIN_MS })).data;
}

/** What a sentence about a cut says of how much of it is there. */
export function countsOf(cut: CutDto, there: Completeness, text: Text) {
  const { provinces, inProvinces } = there;
  return {
    cut: cutNameInside(cut, text),
    kind: cut.kind,
    provinces,
    inProvinces,
    share: text.format.percent(sentShare(there)),
  };
}

/** 'Đang thu thập tuần 05/01/2026: 12/34 tỉnh, hạn 05/01/2026 16:00'. */
export function useCollectingText(): (one: CollectingCutDto) => string {
  const text = useText();
  return (one) =>
    text.t('collecting.now', { ...countsOf(one.cut, one, text), due: text.format.dateTime(one.dueAt) });
}
