import { decodeTopology, topologyBuffers } from './topology.ts';
import type { TopologyFile } from './topology-file.ts';

/** What the worker answers: the decoded boundaries, or why there are none. */
export type TopologyAnswer =
  | { readonly ok: true; readonly topology: ReturnType<typeof decodeTopology> }
  | { readonly ok: false; readonly message: string };

// Parsing and decoding take longer than a frame may: they happen here, and the arrays move over without a copy.
self.onmessage = async (event: MessageEvent<{ readonly address: string }>) => {
  try {
    const response = await fetch(event.data.address);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const topology = decodeTopology((await response.json()) as TopologyFile);
    const answer: TopologyAnswer = { ok: true, topology };
    self.postMessage(answer, { transfer: topologyBuffers(topology) });
  } catch (error) {
    const answer: TopologyAnswer = { ok: false, message: String(error) };
    self.postMessage(answer);
  }
};
