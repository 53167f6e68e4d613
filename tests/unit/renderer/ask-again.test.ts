import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAgain } from '#renderer/ground/client/ask-again.ts';

/** A question whose answers are given by hand, one after the other, and what its screen shows of it. */
function asked() {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const waiting: ((answer: string) => void)[] = [];
  const queryKey = ['entry', 'draft'];
  const queryFn = () => new Promise<string>((resolve) => waiting.push(resolve));
  const observer = new QueryObserver(queries, { queryKey, queryFn });
  const stop = observer.subscribe(() => undefined);
  const answer = async (text: string) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.(text);
    await expect.poll(() => observer.getCurrentResult().data).toBe(text);
  };
  return { queries, queryKey, answer, waiting, stop };
}

it('asks again after a first answer that was on its way when something changed', async () => {
  const { queries, answer, waiting, stop } = asked();
  askAgain(queries, ['entry']);
  await answer('read before the change');
  await answer('read after the change');
  expect(waiting).toEqual([]);
  stop();
});

it('asks once again for what has an answer, and leaves other questions alone', async () => {
  const { queries, answer, waiting, stop } = asked();
  await answer('before');
  askAgain(queries, ['cuts']);
  askAgain(queries, ['entry']);
  await answer('after');
  expect(waiting).toEqual([]);
  stop();
});
