// Imports point one way: site → design → core, web → design → core, cli → server → core. scripts/imports-check.js runs this and makes sure that it saw something.
const TEST = String.raw`\.(?:test|story)\.tsx?$|^tests/|/testing/|^agree/|^bench/`;
const CORE = '^core/src/';
/** What the pure core may stand on: libraries without input, output or clock. */
const CORE_LIBRARIES = ['@noble/hashes', 'canonicalize', 'csv-parse', 'jsonc-parser', 'yaml'];

/** Schemas of requests and answers. */
const API_LIBRARY = 'zod';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // Imports of types alone leave no trace when the code runs: the type of a rule comes from the registry, and each kind speaks of schemes.
    forbid(
      'no-circles',
      'Two files that import each other can be understood only together.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('nothing-unresolved', 'An import that leads nowhere hides what stands behind it.', {}, { couldNotResolve: true }),
    forbid('core-without-node', 'The core runs in server, browser and command line alike.', { path: CORE, pathNot: TEST }, { dependencyTypes: ['core'] }),
    forbid(
      'core-imports-nobody',
      'The core knows none of those that use it.',
      { path: '^core/' },
      { path: '^(server|cli|site|web|design|scripts|agree|bench)/' },
    ),
    forbid(
      'core-with-few-libraries',
      'A library in the core is a decision.',
      { path: CORE, pathNot: TEST },
      { path: 'node_modules/', pathNot: `node_modules/(${[...CORE_LIBRARIES, API_LIBRARY].join('|')})/` },
    ),
    forbid(
      'zod-in-schemas-only',
      'What decides numbers has its own reader (0004); schemas of requests stand in core/src/contracts/schemas (0034).',
      { path: CORE, pathNot: `${TEST}|^core/src/contracts/schemas/` },
      { path: `node_modules/${API_LIBRARY}/`, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'contracts-without-zod',
      'A page that calls a route loads its contract, and not the library that reads requests: a contract names its schemas (0034).',
      { path: '^core/src/contracts/', pathNot: `${TEST}|^core/src/contracts/schemas/` },
      { path: '^core/src/contracts/schemas/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'the-engine-without-the-api',
      'The API speaks of the engine, not the other way; words may name its types.',
      { path: CORE, pathNot: `${TEST}|^core/src/contracts/` },
      { path: '^core/src/contracts/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'one-way-into-the-ledger',
      'An act on a sheet is a description given to appendToSheet; nothing else writes entries (0032).',
      { path: '^(server|cli)/', pathNot: '^server/src/capabilities/sheets/(append-to-sheet|write-entries)\\.ts$' },
      { path: '^server/src/capabilities/sheets/(write-entries|queries/entries)\\.ts$' },
    ),
    // Node cannot run JSX: the server loads the built renderer, and needs the site's types to speak with it.
    forbid(
      'server-imports-core-only',
      'cli → server → core; of the site its types, through its index.',
      { path: '^server/' },
      { path: '^(cli|site|web)/', pathNot: '^site/src/index\\.ts$' },
    ),
    forbid(
      'server-takes-types-of-the-site',
      'The renderer itself comes from the build.',
      { path: '^server/' },
      { path: '^site/', dependencyTypesNot: ['type-only'] },
    ),
    forbid('site-imports-core-only', 'site → core.', { path: '^site/' }, { path: '^(cli|server)/' }),
    forbid(
      'web-imports-core-only',
      'web → core; of the server it knows the schemas in core/src/contracts.',
      { path: '^web/', pathNot: TEST },
      { path: '^(cli|server|site)/' },
    ),
    forbid(
      'design-imports-nobody',
      'The look knows none of the pages that wear it; of the core it may take words and formats.',
      { path: '^design/' },
      { path: '^(cli|server|site|web)/' },
    ),
    forbid(
      'shared-below-capabilities',
      'What all capabilities use knows none of them.',
      {
        path: '^server/src/(http|db|audit|jobs|mail|storage|scanner|external-services|file-inspection|signatures|documents|zip|postgres|backup|keys)/',
        pathNot: TEST,
      },
      { path: '^server/src/capabilities/' },
    ),
    forbid(
      'capabilities-below-the-app',
      'shared → capability → app.',
      { path: '^server/src/capabilities/', pathNot: TEST },
      { path: '^server/src/(main|serve|app|api)\\.ts$' },
    ),
    forbid(
      'contracts-of-its-own',
      'A contract stands in the file that has the name of the capability that serves it; a part of a long one, after a hyphen.',
      { path: '^server/src/capabilities/([^/]+)/', pathNot: TEST },
      { path: '^core/src/contracts/', pathNot: '^core/src/contracts/(schemas/|($1[a-z-]*|acts|contract|limits|media-types)\\.ts$)' },
    ),
    forbid(
      'kit-below-capabilities',
      'shared → capability → page → app.',
      { path: '^web/src/(kit|client|device)/', pathNot: TEST },
      { path: '^web/src/(capabilities|pages|shell|router)/' },
    ),
    forbid(
      'kit-without-the-device',
      'What a device keeps stands on kit and client, not the other way.',
      { path: '^web/src/(kit|client)/', pathNot: TEST },
      { path: '^web/src/device/' },
    ),
    forbid(
      'capabilities-below-pages',
      'What shows parts of several capabilities is a page of its own, in web/src/pages.',
      { path: '^web/src/capabilities/', pathNot: TEST },
      { path: '^web/src/(pages|shell|router)/' },
    ),
    forbid('pages-below-the-router', 'shared → capability → page → app.', { path: '^web/src/pages/', pathNot: TEST }, { path: '^web/src/(shell|router)/' }),
    forbid('cli-leaves-the-pages-alone', 'cli → server → core.', { path: '^cli/' }, { path: '^(site|web)/' }),
    forbid('tests-are-never-imported', 'What tests share stands in a folder "testing".', {}, { path: String.raw`\.(?:test|story)\.tsx?$` }),
    forbid('testing-is-for-tests', 'What only tests need does not go into the product.', { pathNot: TEST }, { path: '/testing/' }),
    forbid(
      'product-without-development-packages',
      'What runs at a user must be a dependency.',
      { path: '^(core|server|cli)/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^\.build/` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
