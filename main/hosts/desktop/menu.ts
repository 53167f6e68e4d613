import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MessageKey } from '#shared/text/catalogue.ts';
import { createTranslator } from '#shared/text/translator.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

const { t } = createTranslator('vi');

function item(role: Role, key: MessageKey): MenuItemConstructorOptions {
  return { id: role, role, label: t(key) };
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The menu bar; only what the operating system expects of a window, the rest is inside the page. */
export function setMenu(): void {
  const menus: MenuItemConstructorOptions[] = [
    // macOS makes the first menu the program's own, whatever it is called.
    ...(process.platform === 'darwin'
      ? [{ label: t('app.name'), submenu: [item('quit', 'desktop.menu.quit')] }]
      : []),
    {
      label: t('desktop.menu.file'),
      submenu: [item('close', 'desktop.menu.close'), item('quit', 'desktop.menu.quit')],
    },
    { label: t('desktop.menu.edit'), submenu: editItems() },
    { label: t('desktop.menu.view'), submenu: viewItems() },
    { label: t('desktop.menu.window'), submenu: [item('minimize', 'desktop.menu.minimize')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}

function editItems(): MenuItemConstructorOptions[] {
  return [
    item('undo', 'desktop.menu.undo'),
    item('redo', 'desktop.menu.redo'),
    SEPARATOR,
    item('cut', 'desktop.menu.cut'),
    item('copy', 'desktop.menu.copy'),
    item('paste', 'desktop.menu.paste'),
    item('selectAll', 'desktop.menu.selectAll'),
  ];
}

function viewItems(): MenuItemConstructorOptions[] {
  const items = [
    item('reload', 'desktop.menu.reload'),
    SEPARATOR,
    item('resetZoom', 'desktop.menu.actualSize'),
    item('zoomIn', 'desktop.menu.zoomIn'),
    item('zoomOut', 'desktop.menu.zoomOut'),
    SEPARATOR,
    item('togglefullscreen', 'desktop.menu.fullScreen'),
  ];
  // Only for developers: whoever sits in front of a released window has no use for it.
  return app.isPackaged ? items : [...items, SEPARATOR, { role: 'toggleDevTools' }];
}
