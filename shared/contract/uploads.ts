import { z } from 'zod';
import { reads } from './base.ts';

export const filePath = z.string().min(1).max(4000);
/** A file on this machine, or one that a page handed over. */
export const filePlace = z.union([z.object({ path: filePath }), z.object({ upload: z.uuid() })]);
export type FilePlace = z.infer<typeof filePlace>;

/** Files on their way from a page to whoever takes them (data files, figures, decks): a page knows no paths. */
export const uploads = {
  /** Takes a file piece by piece (base64); the first call has no `upload`. Gives what others take as `upload`. */
  receive: reads
    .input(
      z.object({
        upload: z.uuid().optional(),
        name: z.string().max(255),
        piece: z.string().max(16 * 1024 * 1024),
      }),
    )
    .output(z.object({ upload: z.uuid() })),
  /** Forgets a file that a page began to hand over, or handed over. */
  withdraw: reads.input(z.object({ upload: z.uuid() })).output(z.object({})),
  /** Says that a file was handed to the program (a double click, the command line): a page opens it by this id. */
  hand: reads.input(z.object({ path: filePath })).output(z.object({ upload: z.uuid() })),
};
