import type { Api } from '#renderer/ground/client/ApiProvider.tsx';

/** Fetches a file that was made without a place. */
export async function collectFile(api: Api, id: string, signal?: AbortSignal): Promise<Blob> {
  const parts: BlobPart[] = [];
  const options = signal === undefined ? {} : { signal };
  for await (const piece of await api.briefing.download.call({ id }, options)) parts.push(fromBase64(piece));
  return new Blob(parts);
}

/** Bytes that came over the contract as base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text);
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}

/** Hands bytes to the downloads of the browser or the desktop window under a name. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** The bytes of a file of the page as base64. */
export function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
