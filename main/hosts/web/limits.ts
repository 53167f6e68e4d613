/** Bounds on what a client of the loopback server may do; each is larger than any screen needs. */
export const LIMITS = {
  /** One message of the contract. Imported files travel in one, hence the size. */
  messageBytes: 64 * 1024 * 1024,
  /** Unread answers of one socket, beyond which we stop reading what it asks. */
  unsentPauseBytes: 8 * 1024 * 1024,
  /** Unread answers of one socket, beyond which it is closed: its page hangs or is no page of ours. */
  unsentCloseBytes: 256 * 1024 * 1024,
  /** Windows and displays of one machine. */
  sockets: 64,
} as const;
