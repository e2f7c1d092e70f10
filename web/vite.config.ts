import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, transformWithOxc } from 'vite';
import { withoutChunkCycles } from './chunk-cycles-plugin.ts';
import { contractsForBrowsers } from './contracts-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Libraries mark what runs at the client; here everything does. */
const SAYS_NOTHING = 'MODULE_LEVEL_DIRECTIVE';

const among = (folder: string, names: readonly string[]) => `${folder}/(?:${names.join('|')})[./]`;

const PAGE = [
  // Several questions at once only few pages ask.
  '@tanstack/(?!.*/(?:queriesObserver|useQueries)[.])',
  // Those that only dialogs and menus use come with them.
  '@mantine/hooks/(?!esm/use-(?:click-outside|collapse|focus-|long-press|resize-observer))',
  '@mantine/core/esm/core/',
  among('@mantine/core/esm/components', ['ActionIcon', 'Anchor', 'Group', 'Paper', 'SimpleGrid', 'Title']),
  among(String.raw`web/src/kit/\w+`, [
    'arrival',
    'facts',
    'form-actions',
    'link',
    'loaded',
    'now',
    'outcome',
    'page',
    'page-heading',
    'section',
    'state-badge',
    'use-act',
  ]),
  'web/src/device/(?:pending-edits|uploads/(?:declared|file-upload|open-uploads))',
  'lucide-react/dist/esm/icons/calendar-days',
  'web/src/capabilities/rounds/(?:queries/rounds|pages?-of-round|parts|texts/round-tabs)',
  'web/src/client/rights',
  'core/src/rights/',
  'core/src/round/(?:steps|calendar)',
  String.raw`contracts/(?:sheets\.ts\?only=declareEntries|rounds\.ts\?only=)`,
  'core/src/(?:work/tasks|evidence/plain-line)',
  among(String.raw`web/src/kit/\w+`, [
    'control-texts',
    'filter-chips',
    'language',
    'later',
    'page-tabs',
    'places',
    'printing',
    'sandbox-banner',
    'save-file',
    'tile',
    'trail',
    'use-opened-at-once',
    'use-step-times',
  ]),
  'web/src/client/all-pages',
  'design/charts/bar[.]',
  'lucide-react/dist/esm/icons/(?:chevron-(?:down|right)|ellipsis|undo-2)',
  among('core/src/words', ['kinds', 'points-text', 'roles', 'stages', 'states', 'steps', 'step-times']),
];
const INPUTS = among('@mantine/core/esm/(?:components|utils)', [
  'Checkbox',
  'Code',
  'InlineInput',
  'Input',
  'InputBase',
  'InputsGroupFieldset',
  'Textarea',
  'TextInput',
]);

/** Rules, and what reckons points by them: in sheets, and where their history is told. */
const RULES = [
  // What only reads rules comes with those who write them.
  'core/src/(?:rules/(?!(?:branch|registry|figure-type)[.])|snapshot/)',
  'core/src/(?:reading/(?:faults|path|raw|shape|title-shape)|scheme/(?:bounds|types)|scoring/)',
  'core/src/evidence/(?:citation|pages)',
  'core/src/ledger/(?:cell|check-changes|citations|dependent-changes|fields|fold|nothing-found|part|sheet-data)',
  'core/src/round/(?:reopening|sheet-states)',
  among('core/src/words', [
    'answer-words',
    'describe-rule',
    'describe-scheme',
    'explain-item',
    'expression',
    'formula',
    'item-state',
    'legal-basis',
    'measure',
    'rule-wording',
    'scheme-names',
  ]),
  'web/src/capabilities/editions/queries/edition-rules',
];
/** What the views of a sheet share. */
// What opens later, though several may open it, stays by itself.
const SHEET = [
  'web/src/pages/sheet/(?!sheet-(?:bar|tabs))',
  'web/src/capabilities/discussion/queries/comments',
  'core/src/words/next-points-words',
  '@mantine/(?:core/esm/components/(?:Accordion|Collapse)|hooks/esm/use-collapse)/',
  String.raw`web/src/capabilities/sheets/(?!list/|history|citation-(?:form|place)|evidence-under-way|(?:queries/)?sheet-(?:history|list|timeline)|texts/(?:parts|sheet-frame|sheet-list|sheets|timeline))`,
  among(String.raw`web/src/kit/\w+`, ['ended', 'page-acts']),
];

/** Colours of Mantine's that nothing here is drawn in: each would come in ten shades, for light and for dark. */
const UNUSED_COLOURS = /^--mantine-color-(?:pink|grape|violet|indigo|cyan|lime|orange|blue|green)-/;
const withoutUnusedColours = {
  postcssPlugin: 'without-unused-colours',
  Declaration(declaration: { readonly prop: string; remove(): void }) {
    if (UNUSED_COLOURS.test(declaration.prop)) declaration.remove();
  },
};

/** Small things that many pages share come in few files: on a slow line each file costs a way there and back. */
const GROUPS = [
  { name: 'frame', tags: ['$initial' as const], priority: 2 },
  { name: 'page', test: new RegExp(PAGE.join('|')), minShareCount: 3 },
  { name: 'rules', test: new RegExp(RULES.join('|')), minShareCount: 2 },
  { name: 'sheet', test: new RegExp(SHEET.join('|')), minShareCount: 2 },
  { name: 'inputs', test: new RegExp(INPUTS), minShareCount: 3 },
  {
    name: 'editions',
    test: /web\/src\/capabilities\/editions\/(?:edition-(?:path|words)|nearest-edition|texts\/(?:editions|questionnaires))[.]/,
    minShareCount: 2,
  },
  { name: 'figures', test: /core\/src\/(?:quantity\/|text\/|words\/language[.])/, minShareCount: 3 },
];

const PDFJS = here('../node_modules/pdfjs-dist/');
const PDFJS_WORKER = 'legacy/build/pdf.worker.min.mjs';
const PDFJS_FOLDERS = ['cmaps', 'iccs', 'standard_fonts', 'wasm'];

/** What pdfjs asks for by name while it draws: its worker, maps of characters, fonts, decoders of scans. Kept for ever, so under its version. */
const pdfjsFiles = (): Plugin => ({
  name: 'pdfjs-files',
  generateBundle() {
    const { version } = JSON.parse(readFileSync(`${PDFJS}package.json`, 'utf8')) as { version: string };
    const files = [PDFJS_WORKER, ...PDFJS_FOLDERS.flatMap((folder) => readdirSync(PDFJS + folder).map((name) => `${folder}/${name}`))];
    for (const file of files)
      this.emitFile({ type: 'asset', fileName: `assets/pdfjs-${version}/${file.replace('legacy/build/', '')}`, source: readFileSync(PDFJS + file) });
  },
});

/** What keeps the program in the browser: one file, under one name that its page can say. */
const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  async generateBundle() {
    const path = here('service-worker/service-worker.ts');
    const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path);
    this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
  },
});

/** The workspace as a browser loads it; the server fills in what differs from answer to answer (server/src/http/workspace.ts). */
export default defineConfig({
  root: here('.'),
  base: '/lam-viec/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [contractsForBrowsers(), pdfjsFiles(), serviceWorker(), withoutChunkCycles()],
  css: { postcss: { plugins: [withoutUnusedColours] } },
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
