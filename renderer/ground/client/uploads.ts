import { toBase64 } from '#renderer/ground/save-file.ts';
import type { Api } from './ApiProvider.tsx';

/** 3 MiB give 4 MiB of base64: well below what one message may carry. */
const PIECE_BYTES = 3 * 1024 * 1024;

interface Sending {
  readonly signal?: AbortSignal;
  /** Called with the share (0..1) of the bytes that the engine has. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Hands a file of the page over to the engine piece by piece; gives the id by which others take it.
 * Stopped by the signal it throws, and the engine keeps nothing.
 */
export async function sendFile(api: Api, file: File, { signal, onProgress }: Sending = {}): Promise<string> {
  let upload: string | undefined;
  try {
    for (let at = 0; at < file.size || upload === undefined; at += PIECE_BYTES) {
      const piece = await toBase64(file.slice(at, at + PIECE_BYTES));
      signal?.throwIfAborted();
      const request = upload === undefined ? { name: file.name, piece } : { name: file.name, piece, upload };
      upload = (await api.uploads.receive.call(request)).upload;
      onProgress?.(file.size === 0 ? 1 : Math.min(1, (at + PIECE_BYTES) / file.size));
    }
    signal?.throwIfAborted();
    return upload;
  } catch (error) {
    if (upload !== undefined) void api.uploads.withdraw.call({ upload }).catch(() => undefined);
    throw error;
  }
}
