import {
  IconArrowsDiff,
  IconBarrierBlock,
  type IconBell,
  IconBellRinging,
  IconChartHistogram,
  IconChecklist,
  IconClipboardList,
  IconFileDatabase,
  IconInbox,
  IconLayersDifference,
  IconLayoutDashboard,
  IconMap2,
  IconPresentation,
  IconSettings,
  IconTimeline,
} from '@tabler/icons-react';
import type { MessageKey } from '#shared/text/catalogue.ts';

export interface ScreenEntry {
  readonly path: string;
  readonly title: MessageKey;
  readonly icon: typeof IconBell;
}

/** The screens of the rail, in its order; Alt and the position open one. */
export const SCREENS: readonly ScreenEntry[] = [
  { path: '/', title: 'frame.overview', icon: IconLayoutDashboard },
  { path: '/ban-do', title: 'frame.map', icon: IconMap2 },
  { path: '/nhiem-vu', title: 'frame.tasks', icon: IconChecklist },
  { path: '/canh-bao', title: 'frame.alerts', icon: IconBellRinging },
  { path: '/chenh-lech', title: 'frame.gap', icon: IconLayersDifference },
  { path: '/chi-tieu', title: 'indicators.title', icon: IconChartHistogram },
  { path: '/kho-khan', title: 'difficulties.title', icon: IconBarrierBlock },
  { path: '/so-sanh', title: 'compare.title', icon: IconArrowsDiff },
  { path: '/du-bao', title: 'frame.forecast', icon: IconTimeline },
  { path: '/so-lieu', title: 'intake.title', icon: IconInbox },
  { path: '/bao-cao', title: 'briefingScreen.title', icon: IconPresentation },
  { path: '/tep-so-lieu', title: 'snapshots.title', icon: IconFileDatabase },
  { path: '/ke-hoach', title: 'frame.plan', icon: IconClipboardList },
  { path: '/cai-dat', title: 'settings.title', icon: IconSettings },
];

/** What the top bar and the window say of an address: its screen, a unit's page, or that there is no such screen. */
export function titleOf(path: string): MessageKey {
  if (path === '/bat-dau') return 'firstHour.title';
  if (path === '/nhap-lieu') return 'frame.entry';
  if (path === '/ky-va-lich') return 'frame.calendar';
  if (path === '/nhat-ky') return 'frame.journal';
  return screenOf(path)?.title ?? (path.startsWith('/don-vi/') ? 'frame.unit' : 'frame.lost');
}

/** The screen an address belongs to (`/nhiem-vu/1.02` is Nhiệm vụ), or undefined. */
export function screenOf(path: string): ScreenEntry | undefined {
  return SCREENS.find((screen) =>
    screen.path === '/' ? path === '/' : path === screen.path || path.startsWith(`${screen.path}/`),
  );
}
