import { KeysPanel } from './KeysPanel.tsx';
import { MadePanel } from './MadePanel.tsx';
import { MakePanel } from './MakePanel.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import classes from './SnapshotsView.module.css';

/** Tệp số liệu: check and open files that were received, make files to hand on, keys and whom to trust. */
export function SnapshotsView() {
  return (
    <div className={classes.page}>
      <OpenPanel />
      <MakePanel />
      <MadePanel />
      <KeysPanel />
    </div>
  );
}
