import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Libraries mark what runs at the client; here everything does. */
const SAYS_NOTHING = 'MODULE_LEVEL_DIRECTIVE';

/** The workspace as a browser loads it; the server fills in what differs from answer to answer (server/src/http/workspace.ts). */
export default defineConfig({
  root: here('.'),
  base: '/lam-viec/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: here('../.build/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { onLog: (level, log, tell) => (log.code === SAYS_NOTHING ? undefined : tell(level, log)) },
  },
});
