import type { Client } from '#shared/contract/contract.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { foldText } from '#shared/text/fold.ts';
import type { Locale } from '#shared/text/format.ts';
import type { FrameWords, PageProvenance } from './description.ts';
import { gatherFacts } from './facts.ts';
import { frameWords } from './frame-words.ts';
import { marksOf } from './marks.ts';
import { provenanceOf } from './pages/parts.ts';
import { createSay, type Say } from './say.ts';

/** What a picture or table taken from a screen says of where its figures come from. */
export interface ScreenSource {
  readonly say: Say;
  readonly words: FrameWords;
  readonly provenance: PageProvenance;
  /** 'SỐ LIỆU MINH HỌA' and the like; may be empty. */
  readonly marks: string;
}

/** The source of the figures of a cut (absent: the picture). UserErrors CUT_UNKNOWN, CANCELLED. */
export async function screenSource(
  client: Client,
  asked: { readonly cut?: string | undefined; readonly language: Locale },
  signal: AbortSignal | undefined,
): Promise<ScreenSource> {
  const facts = await gatherFacts(client, { cut: asked.cut, compare: null, signal });
  const say = createSay(asked.language, facts.names);
  const words = frameWords(say);
  const provenance = provenanceOf(facts, say);
  return { say, words, provenance, marks: marksOf({ provenance }, { words }) };
}

/** Letters of a file name that come from a title: a long one must not run into the limit of the system. */
const TITLE_LETTERS = 70;

/** kh02_ban-do-phu-xanh_2025-07-31.png: what it shows and as of when; plain letters only. */
export function screenFileName(title: string, { provenance }: ScreenSource, ending: string): string {
  const letters = `${foldText(title).replaceAll(' ', '-')}-`;
  const words = letters.slice(0, letters.lastIndexOf('-', TITLE_LETTERS));
  return `kh02_${words === '' ? 'kh02' : words}_${vietnamDay(provenance.asOf)}.${ending}`;
}
