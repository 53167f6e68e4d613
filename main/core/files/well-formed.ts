import { SaxesParser } from 'saxes';
import { UserError } from '#shared/contract/errors.ts';

function isXmlPart(name: string): boolean {
  return /\.(xml|rels)$/i.test(name);
}

/** Takes the text of a part piece by piece. */
export interface PartCheck {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

/** Reads a part as other programs will. PART_MALFORMED, which names it, as soon as they could not go on. */
export function checkPart(part: string): PartCheck {
  const parser = new SaxesParser({ xmlns: true });
  const explained = (work: () => unknown): void => {
    try {
      work();
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw new UserError('PART_MALFORMED', { part, problem }, { cause });
    }
  };
  return {
    write: (text) => explained(() => parser.write(text)),
    end: () => explained(() => parser.close()),
  };
}

/** A whole part. PART_MALFORMED. */
export function checkText(part: string, text: string): void {
  const check = checkPart(part);
  check.write(text);
  check.end();
}

/** A part, when it is XML. PART_MALFORMED. */
export function checkBytes(part: string, bytes: Uint8Array): void {
  if (isXmlPart(part)) checkText(part, decoded(bytes));
}

/** Parts that came from outside may be UTF-16, which XML tells by its mark. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
