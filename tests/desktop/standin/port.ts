import { EventEmitter } from 'node:events';
import type { Crossing } from './preload-world.ts';

/** Stands for Electron's MessagePortMain: silent until started, then 'message' and 'close' events. */
export class StandInPort extends EventEmitter {
  readonly #tell: (crossing: Crossing) => void;
  readonly #number: number;
  readonly #waiting: (string | Uint8Array)[] = [];
  #isStarted = false;

  constructor(number: number, tell: (crossing: Crossing) => void) {
    super();
    this.#number = number;
    this.#tell = tell;
  }

  start(): void {
    this.#isStarted = true;
    for (const data of this.#waiting.splice(0)) this.emit('message', { data, ports: [] });
  }

  postMessage(message: string | Uint8Array): void {
    const body = typeof message === 'string' ? { text: message } : { bytes: toBase64(message) };
    this.#tell({ kind: 'message', port: this.#number, ...body });
  }

  close(): void {
    this.#tell({ kind: 'close', port: this.#number });
  }

  /** What the page's end of the port has sent. */
  receive(crossing: Crossing): void {
    if (crossing.kind === 'close') this.emit('close');
    if (crossing.kind !== 'message') return;
    const data = crossing.text ?? new Uint8Array(Buffer.from(crossing.bytes ?? '', 'base64'));
    if (this.#isStarted) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
