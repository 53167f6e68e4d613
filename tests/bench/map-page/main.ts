import type { TopologyFile } from '#renderer/map/topology-file.ts';
import type { WayName } from './way-names.ts';
import { ownWay, prepareWay, type Way } from './ways.ts';

const COMMUNES = 3321;

/** What the measuring script calls in the page. All times are milliseconds. */
export interface MapBench {
  prepare(name: WayName): Promise<void>;
  /** From parsed data to the first complete picture on the screen. */
  first(): Promise<number>;
  /** From the new colours to the picture that shows them; medians of `times`. */
  recolour(times: number): Promise<number>;
  /** Median cost of one move of the pointer over a grid of places. */
  hover(): number;
  startFrames(): void;
  /** The longest time between two frames since startFrames. */
  longestFrame(): number;
}

declare global {
  interface Window {
    mapBench: MapBench;
  }
}

let way: Way | null = null;
let frames: number[] = [];
let isRecording = false;

function classesOf(seed: number): Uint8Array {
  return Uint8Array.from({ length: COMMUNES }, (_, number) => (number * 7 + seed + (number >> 3)) % 4);
}

/** Resolves when the next frame has been painted by the page. */
function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

/**
 * When the picture that stands in the page now has reached the screen: a letter that is added to it goes there in the
 * same frame, and the browser tells when it was shown (Element Timing; to 4 ms). Fair to every way of drawing, and
 * includes what happens after the page's own work: raster, hand-over and the swap of the screen's buffer.
 */
function shownOnScreen(): Promise<number> {
  const letter = document.createElement('span');
  letter.textContent = '.';
  letter.setAttribute('elementtiming', 'picture');
  letter.style.cssText = 'position:fixed;left:4px;bottom:4px;z-index:9999;color:#777';
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [entry] = list.getEntries() as (PerformanceEntry & { readonly renderTime: number })[];
      if (entry === undefined) return;
      observer.disconnect();
      letter.remove();
      resolve(entry.renderTime);
    });
    observer.observe({ type: 'element' });
    document.body.append(letter);
  });
}

/** What this project's layer is fed: the bytes that its build makes of the boundaries. */
async function fetchFlat(): Promise<ArrayBuffer> {
  return (await fetch('./country.boundaries')).arrayBuffer();
}

async function fetchFile(): Promise<TopologyFile> {
  return (await fetch('./country.topo.json')).json();
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

function record(at: number): void {
  frames.push(at);
  if (isRecording) requestAnimationFrame(record);
}

window.mapBench = {
  async prepare(name) {
    way = name === 'own' ? ownWay(await fetchFlat()) : prepareWay(name, await fetchFile());
    await nextPicture();
  },
  async first() {
    const element = document.getElementById('map');
    if (way === null || element === null) throw new Error('prepare first');
    const started = performance.now();
    await way.start(element, classesOf(0));
    return (await shownOnScreen()) - started;
  },
  async recolour(times) {
    const spent: number[] = [];
    for (let time = 1; time <= times; time += 1) {
      const classes = classesOf(time);
      const started = performance.now();
      way?.recolour(classes);
      await nextPicture();
      spent.push(performance.now() - started);
    }
    return median(spent);
  },
  hover() {
    const spent: number[] = [];
    for (let place = 0; place < 400; place += 1) {
      const x = window.innerWidth * (0.3 + 0.3 * ((place % 20) / 20));
      const y = window.innerHeight * (0.05 + 0.9 * (Math.floor(place / 20) / 20));
      const started = performance.now();
      way?.hover(x, y);
      spent.push(performance.now() - started);
    }
    return spent.reduce((sum, one) => sum + one, 0) / spent.length;
  },
  startFrames() {
    frames = [];
    isRecording = true;
    requestAnimationFrame(record);
  },
  longestFrame() {
    isRecording = false;
    const steps = frames.slice(1).map((at, number) => at - (frames[number] ?? at));
    return Math.max(...steps);
  },
};
