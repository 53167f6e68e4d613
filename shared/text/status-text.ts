import type { PaletteStatus } from '#shared/domain/colours.ts';
import type { ColourBounds } from '#shared/domain/model.ts';
import type { MessageKey } from './catalogue.ts';
import type { Translator } from './translator.ts';

const WORDS: Readonly<Record<PaletteStatus, MessageKey>> = {
  green: 'status.green',
  yellow: 'status.yellow',
  red: 'status.red',
  undetermined: 'status.undetermined',
  notReported: 'status.notReported',
  noEvidence: 'status.noEvidence',
  notApplicable: 'empty.notApplicable',
  notYetDue: 'empty.notYetDue',
};

/** The message of a status's word. */
export function statusKey(status: PaletteStatus): MessageKey {
  return WORDS[status];
}

type Say = Pick<Translator, 't'>;

/** 'ít nhất VÀNG, nhiều nhất XANH'; empty where nobody knows the bounds. */
export function boundsText({ t }: Say, bounds: ColourBounds | null): string {
  return bounds === null ? '' : t('status.bounds', { ...bounds });
}

/** A status in words, an undetermined one with the colours between which it lies. */
export function statusText(say: Say, status: PaletteStatus, bounds: ColourBounds | null): string {
  const word = say.t(statusKey(status));
  return bounds === null ? word : `${word} (${boundsText(say, bounds)})`;
}
