import type { ServerResponse } from 'node:http';

/** Answers with a status and a sentence, and nothing that a browser would keep. */
export function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
