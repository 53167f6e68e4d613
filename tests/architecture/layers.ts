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

/** Who may import whom: the table of DESIGN section 3. The test beside this file holds every import to it. */
export const LAYERS: readonly Layer[] = [
  { folder: 'shared/domain', mayImport: [], packages: [], node: false },
  {
    folder: 'shared/contract',
    mayImport: ['shared/domain'],
    packages: ['zod', '@orpc/contract'],
    node: false,
  },
  { folder: 'shared/text', mayImport: ['shared/domain'], packages: ['intl-messageformat'], node: false },
  {
    folder: 'shared/charts',
    mayImport: ['shared/domain', 'shared/text'],
    packages: ['echarts'],
    node: false,
  },
  // Writing so that only the user can read it.
  { folder: 'main/files', mayImport: [], packages: [], node: true },
  { folder: 'main/db', mayImport: ['shared', 'main/files'], packages: ['better-sqlite3'], node: true },
  {
    folder: 'main/core',
    mayImport: ['shared', 'main/db', 'main/files', 'package.json'],
    packages: ['@orpc/server', 'zod'],
    node: true,
  },
  // Pictures and slides are drawn, and fonts measured, without a window.
  {
    folder: 'main/core/briefing',
    mayImport: ['shared', 'main/db', 'main/files', 'main/core'],
    packages: [
      '@orpc/server',
      '@resvg/resvg-wasm',
      'echarts',
      'fflate',
      'fontkit',
      'pdfkit',
      'pptxgenjs',
      'saxes',
    ],
    node: true,
  },
  // Workbooks are archives of XML.
  {
    folder: 'main/core/intake',
    mayImport: ['shared', 'main/db', 'main/files', 'main/core'],
    packages: ['@cj-tech-master/excelts', '@orpc/server', 'fflate', 'zod'],
    node: true,
  },
  {
    folder: 'main/hosts',
    mayImport: ['shared', 'main/files', 'main/core'],
    packages: ['@orpc/server', '@orpc/standard-server-peer', 'env-paths'],
    node: true,
  },
  // The thread that makes briefings asks the engine as any other caller does.
  {
    folder: 'main/hosts/engine',
    mayImport: ['shared', 'main/files', 'main/core', 'main/hosts'],
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
  {
    folder: 'renderer',
    mayImport: ['shared'],
    packages: ['@mantine/', '@tabler/icons-react', '@tanstack/', 'react', 'react-dom', 'wouter'],
    node: false,
  },
  {
    folder: 'renderer/client',
    mayImport: ['shared', 'renderer'],
    packages: ['@orpc/client', '@orpc/tanstack-query', '@tanstack/react-query', 'react'],
    node: false,
  },
  {
    folder: 'renderer/charts',
    mayImport: ['shared', 'renderer'],
    packages: ['@mantine/', '@tabler/icons-react', 'echarts', 'react'],
    node: false,
  },
  {
    folder: 'renderer/map',
    mayImport: ['shared', 'renderer', 'assets/geo'],
    packages: ['@mantine/', '@tabler/icons-react', 'leaflet', 'react', 'react-leaflet'],
    node: false,
  },
  // Programs that compute the built-in files; the application only reads what they wrote.
  {
    folder: 'assets',
    mayImport: ['shared', 'main/core/catalogue'],
    packages: ['@resvg/resvg-wasm', 'mapshaper'],
    node: true,
  },
];

/** Files above 400 lines or functions above 60 that stay so, each with its reason. */
export const LONG_FILES: Readonly<Record<string, string>> = {};
