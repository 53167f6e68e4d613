import { app, powerSaveBlocker, type WebContents } from 'electron';
import { isWallAddress } from './page.ts';

/**
 * Keeps the display on while any window shows the wall, whether it was opened so or came to it later. The page asks
 * the browser for the same; this one also holds while the page is being loaded again.
 */
export function keepAwakeForWalls(): void {
  const walls = new Set<WebContents>();
  let blocker: number | null = null;
  const look = (): void => {
    if (walls.size > 0) blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
  app.on('web-contents-created', (_event, contents) => {
    const follow = (address: string): void => {
      if (isWallAddress(address)) walls.add(contents);
      else walls.delete(contents);
      look();
    };
    contents.on('did-navigate', (_navigated, address) => follow(address));
    contents.on('did-navigate-in-page', (_navigated, address) => follow(address));
    contents.on('destroyed', () => follow(''));
  });
}
