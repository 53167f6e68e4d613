/** Data files that the system hands to the program, whenever it does. */
export interface FileQueue {
  readonly open: (path: string) => void;
  /** From now on files are opened as they come; those that came before are opened now. Whether there were any. */
  readonly begin: (open: (path: string) => void) => boolean;
}

/** An empty queue. */
export function queueFiles(): FileQueue {
  const waiting: string[] = [];
  let show: ((path: string) => void) | null = null;
  return {
    open: (path) => (show === null ? void waiting.push(path) : show(path)),
    begin: (open) => {
      show = open;
      const paths = waiting.splice(0);
      for (const path of paths) open(path);
      return paths.length > 0;
    },
  };
}
