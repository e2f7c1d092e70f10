// npm start: whatever is not there yet is made, then the server runs until it is stopped.
import { buildPages } from './build-pages.js';
import { install } from './install.js';
import { inProject, projectNode } from './project.js';
import { run } from './run.js';

await install();
const node = projectNode();
await buildPages(node);
process.exitCode = await run(node, [inProject('server', 'src', 'main.ts'), ...process.argv.slice(2)], { input: 'inherit' });
