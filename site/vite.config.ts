import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Two builds: what a browser loads (style, fonts, a small script), and the renderer that the server calls. */
export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  logLevel: 'warn',
  build: isSsrBuild
    ? { ssr: true, outDir: inRoot('.build/site/server'), emptyOutDir: true, target: 'node22', rollupOptions: { input: inRoot('site/src/entry.ts') } }
    : {
        manifest: true,
        outDir: inRoot('.build/site/client'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        rollupOptions: { input: fileURLToPath(new URL('src/client/enhance.ts', import.meta.url)) },
      },
}));
