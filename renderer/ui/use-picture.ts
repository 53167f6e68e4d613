import { useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { PictureRequestDto } from '#shared/contract/screen-export.ts';
import type { Theme } from '#shared/domain/colours.ts';

/** What is drawn; null while there is nothing to draw yet. */
export type Subject = Pick<PictureRequestDto, 'drawing' | 'title' | 'cut'>;
export type MakeSubject = (theme: Theme) => Promise<Subject | null>;
export type PictureChoice = Pick<PictureRequestDto, 'format' | 'scale'> & { readonly theme: Theme };

/** A picture that is copied is pasted at about the width of a page: 2560 pixels are sharp there. */
const COPIED = { format: 'png', scale: '2x' } as const;

/** Saves what `make` gives as a file, or puts it on the clipboard; says how it ended. */
export function usePicture(make: MakeSubject) {
  const api = useApi();
  const text = useText();
  const say = useSay();
  return useMemo(() => {
    const draw = async (choice: PictureChoice): Promise<{ name: string; file: File } | null> => {
      const subject = await make(choice.theme);
      if (subject === null) return null;
      return api.briefing.picture.call({ ...subject, ...choice, language: text.locale });
    };
    return {
      save: async (choice: PictureChoice): Promise<void> => {
        try {
          const made = await draw(choice);
          if (made === null) return;
          saveBlob(made.file, made.name);
          say.done(text.t('picture.saved', { file: made.name }));
        } catch (error) {
          say.error(error);
        }
      },
      copy: async (theme: Theme): Promise<void> => {
        const drawn = draw({ ...COPIED, theme });
        try {
          await copyPng(drawn);
          say.done(text.t('picture.copied'));
        } catch {
          // Whatever went wrong in drawing is what a person can mend; the rest is the clipboard's refusal.
          await drawn.then(() => say.failed(text.t('picture.copyRefused')), say.error);
        }
      },
    };
  }, [make, api, text, say]);
}

/**
 * The clipboard is asked at once, with a promise of the picture: a browser lets a page write to it only right after
 * a key or a click, and drawing takes longer than that lasts.
 */
async function copyPng(drawn: Promise<{ readonly file: File } | null>): Promise<void> {
  const png = drawn.then((made) => {
    if (made === null) throw new Error('There is nothing to copy yet');
    return new Blob([made.file], { type: 'image/png' });
  });
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
