import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Libraries mark what runs at the client; here everything does. */
const SAYS_NOTHING = 'MODULE_LEVEL_DIRECTIVE';

const among = (folder: string, names: readonly string[]) => `${folder}/(?:${names.join('|')})[./]`;

const PAGE = [
  '@tanstack/',
  '@mantine/hooks/',
  '@mantine/core/esm/core/',
  among('@mantine/core/esm/components', ['Badge', 'Grid', 'NavLink', 'SimpleGrid', 'Title']),
  among('web/src/ui', ['arrival', 'facts', 'now', 'outcome', 'page', 'page-heading', 'section', 'state-badge']),
  'web/src/outbox/',
  among('web/src/texts', ['controls', 'fields', 'roles', 'steps']),
];
const INPUTS = among('@mantine/core/esm/(?:components|utils)', [
  'Checkbox',
  'Code',
  'Fieldset',
  'InlineInput',
  'Input',
  'InputBase',
  'InputsGroupFieldset',
  'Textarea',
  'TextInput',
]);

/** Small things that many pages share come in few files: on a slow line each file costs a way there and back. */
const GROUPS = [
  { name: 'frame', tags: ['$initial' as const], priority: 2 },
  { name: 'page', test: new RegExp(PAGE.join('|')), minShareCount: 3 },
  { name: 'inputs', test: new RegExp(INPUTS), minShareCount: 3 },
  { name: 'figures', test: /core\/src\/(?:quantity|text)\//, minShareCount: 3 },
];

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
    rolldownOptions: {
      onLog: (level, log, tell) => (log.code === SAYS_NOTHING ? undefined : tell(level, log)),
      output: { codeSplitting: { groups: GROUPS, includeDependenciesRecursively: false } },
    },
  },
});
