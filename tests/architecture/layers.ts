import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** A folder, what its files may import, and which packages have their home in it. */
export interface Layer {
  /** Relative to the root; the longest one that fits a file is its layer. */
  readonly folder: string;
  /** Folders besides its own; everything below them is meant. */
  readonly mayImport: readonly string[];
  /** Third-party packages that belong here. A name that ends in `/` stands for a whole scope. */
  readonly packages: readonly string[];
  /** Node's own modules: all, none, or all but those that have a home elsewhere (`HOMES_OF_NODE_MODULES`). */
  readonly node: boolean;
}

/** Node modules that only one folder may use. */
export const HOMES_OF_NODE_MODULES: Readonly<Record<string, string>> = {
  'node:http': 'main/hosts/web',
  'node:net': 'main/hosts/web',
  'node:worker_threads': 'main/hosts',
};

/** A floor of one of the two big rooms: what stands on it besides what the floors below give. */
interface Floor {
  readonly name: string;
  readonly packages: readonly string[];
}

/** From the bottom up: each may use only what stands below it. What each is for is in docs/architecture.md. */
const CORE_FLOORS: readonly Floor[] = [
  { name: 'files', packages: ['fflate', 'saxes'] },
  { name: 'work', packages: [] },
  { name: 'ground', packages: ['@orpc/server'] },
  { name: 'figures', packages: [] },
  { name: 'judge', packages: [] },
  { name: 'take', packages: ['zod'] },
  { name: 'ask', packages: [] },
  { name: 'desk', packages: ['zod'] },
  // Pictures and slides are drawn, and fonts measured, without a window.
  {
    name: 'brief',
    packages: ['@resvg/resvg-wasm', 'fontkit', 'pdfkit', 'pptxgenjs', 'saxes', 'zod'],
  },
];

function coreFloor({ name, packages }: Floor, place: number): Layer {
  const below = CORE_FLOORS.slice(0, place).map((floor) => `main/core/${floor.name}`);
  return {
    folder: `main/core/${name}`,
    mayImport: ['shared', 'main/db', 'main/files', 'package.json', ...below],
    packages,
    node: true,
  };
}

const WIDGETS = ['@mantine/', '@tabler/icons-react', 'react'];

const RENDERER_FLOORS: readonly Floor[] = [
  {
    name: 'ground',
    // The build makes the files of sentences (vite.config.ts).
    packages: [
      ...[
        'virtual:messages-vi',
        'virtual:messages-en',
        'virtual:messages-late-vi',
        'virtual:messages-late-en',
      ],
      'react',
      ...['@mantine/', '@orpc/client', '@orpc/tanstack-query', '@tanstack/'],
    ],
  },
  { name: 'ui', packages: [...WIDGETS, '@tanstack/', 'react-dom'] },
  { name: 'tables', packages: [...WIDGETS, '@tanstack/'] },
  { name: 'charts', packages: [...WIDGETS, 'echarts'] },
  { name: 'map', packages: [...WIDGETS, '@tanstack/', 'leaflet', 'react-leaflet'] },
  { name: 'panels', packages: [...WIDGETS, '@tanstack/'] },
  { name: 'shell', packages: [...WIDGETS, '@tanstack/', 'wouter'] },
];

function rendererFloor({ name, packages }: Floor, place: number): Layer {
  const below = RENDERER_FLOORS.slice(0, place).map((floor) => `renderer/${floor.name}`);
  const beside = name === 'map' ? ['assets/geo'] : name === 'shell' ? ['renderer/views'] : [];
  return { folder: `renderer/${name}`, mayImport: ['shared', ...below, ...beside], packages, node: false };
}

/** Every screen is a room of its own: it may use the floors below, and no other screen. */
const VIEWS = readdirSync(join(PROJECT_FOLDER, 'renderer/views'));

function view(name: string): Layer {
  const below = RENDERER_FLOORS.filter((floor) => floor.name !== 'shell').map(
    (floor) => `renderer/${floor.name}`,
  );
  return {
    folder: `renderer/views/${name}`,
    mayImport: ['shared', ...below],
    packages: [...WIDGETS, '@tanstack/'],
    node: false,
  };
}

/** Who may import whom: the house as docs/architecture.md draws it. The test beside this file holds every import to it. */
export const LAYERS: readonly Layer[] = [
  { folder: 'shared/domain', mayImport: [], packages: [], node: false },
  {
    folder: 'shared/contract',
    mayImport: ['shared/domain', 'shared/charts'],
    packages: ['zod', '@orpc/contract'],
    node: false,
  },
  { folder: 'shared/text', mayImport: ['shared/domain'], packages: ['intl-messageformat'], node: false },
  {
    folder: 'shared/charts',
    mayImport: ['shared/domain', 'shared/text'],
    packages: ['echarts', 'zod'],
    node: false,
  },
  // Writing so that only the user can read it.
  { folder: 'main/files', mayImport: [], packages: [], node: true },
  { folder: 'main/db', mayImport: ['shared', 'main/files'], packages: ['better-sqlite3'], node: true },
  ...CORE_FLOORS.map(coreFloor),
  // What puts the floors together.
  {
    folder: 'main/core',
    mayImport: ['shared', 'main/db', 'main/files', 'package.json'],
    packages: ['@orpc/server'],
    node: true,
  },
  // The made-up data that a folder is filled with for illustration: the hosts hand it to the application.
  {
    folder: 'main/illustrative',
    mayImport: ['shared', 'main/db', 'main/core/ground', 'assets/illustrative'],
    packages: [],
    node: true,
  },
  {
    folder: 'main/hosts',
    mayImport: ['shared', 'main/files', 'main/core', 'main/illustrative'],
    packages: ['@orpc/server', '@orpc/standard-server-peer', 'env-paths'],
    node: true,
  },
  // The thread that makes briefings asks the engine as any other caller does.
  {
    folder: 'main/hosts/engine',
    mayImport: ['shared', 'main/files', 'main/core', 'main/illustrative', 'main/hosts'],
    packages: ['@orpc/client', '@orpc/server', '@orpc/standard-server-peer'],
    node: true,
  },
  {
    folder: 'main/hosts/web',
    mayImport: ['shared', 'main/files', 'main/core', 'main/hosts'],
    packages: ['@orpc/client', 'ws'],
    node: true,
  },
  {
    folder: 'main/hosts/desktop',
    mayImport: ['shared', 'main/files', 'main/core', 'main/hosts'],
    packages: ['electron', 'vite'],
    node: true,
  },
  ...RENDERER_FLOORS.map(rendererFloor),
  ...VIEWS.map(view),
  // The first scripts: what is on screen before the program is there.
  { folder: 'renderer', mayImport: ['shared'], packages: ['react', 'react-dom'], node: false },
  // Programs that compute the built-in files; the application only reads what they wrote.
  {
    folder: 'assets',
    mayImport: ['shared', 'main/core/ground'],
    packages: ['@resvg/resvg-wasm', 'mapshaper'],
    node: true,
  },
];

/** Files above 400 lines that stay so, each with its reason. */
export const LONG_FILES: Readonly<Record<string, string>> = {};

const COLUMNS = 'the columns of one table: a list of equal entries';
const TABLE = 'one table, its head, rows and sums in one look; the cells are functions of their own';
const FORM = 'the fields of one form with what is done when it is sent';
const PANEL = 'the markup of one panel, from top to bottom';

const PARSER = 'the handlers of one parser: equal entries';

/** Functions above 60 lines that stay so, by file and name, each with its reason. */
export const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  'main/core/take/intake/read/ods/sheet.ts odsSheetHandlers': PARSER,
  'main/core/take/intake/read/xls/sheet.ts recordHandler': PARSER,
  'main/core/take/intake/read/xlsx/sheet.ts sheetHandlers': PARSER,
  'renderer/map/ChoroplethScene.tsx ChoroplethScene': PANEL,
  'renderer/tables/DataTable.tsx DataTable': PANEL,
  'renderer/views/alerts/ActDialog.tsx ActForm': FORM,
  'renderer/views/alerts/AlertsView.tsx Work': PANEL,
  'renderer/views/briefing/PageList.tsx PageList': PANEL,
  'renderer/views/briefing/TemplatesPanel.tsx TemplatesPanel': FORM,
  'renderer/views/compare/TransitionMatrix.tsx TransitionMatrix': TABLE,
  'renderer/views/forecast/ForecastView.tsx Outlooks': PANEL,
  'renderer/views/gap/GapMatrix.tsx GapMatrix': TABLE,
  'renderer/views/intake/BoardPane.tsx useBoardColumns': COLUMNS,
  'renderer/views/intake/ColumnsView.tsx ColumnsView': COLUMNS,
  'renderer/views/intake/sheet/ColumnRole.tsx ColumnRole': FORM,
  'renderer/views/intake/sheet/SheetGrid.tsx SheetGrid': PANEL,
  'renderer/views/intake/RunsPane.tsx useRunColumns': COLUMNS,
  'renderer/views/intake/TemplatesPane.tsx TemplatesPane': COLUMNS,
  'renderer/views/intake/WatchChoice.tsx WatchChoice': FORM,
  'renderer/ui/WhoDialog.tsx WhoForm': FORM,
  'renderer/views/map/MapTable.tsx columnsOf': COLUMNS,
  'renderer/views/snapshots/ImportFile.tsx Decision': PANEL,
  'renderer/views/snapshots/MakePanel.tsx MakePanel': FORM,
  'renderer/views/snapshots/OpenPanel.tsx OpenPanel': PANEL,
};
