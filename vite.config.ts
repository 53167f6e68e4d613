import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

// The user interface. Everything that runs in Node is bundled by main/hosts/desktop/bundle.ts instead.
export default defineConfig({
  root: 'renderer',
  // Relative addresses: the same files are served under app:// and over http.
  base: './',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // A picture or font inside a script would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
