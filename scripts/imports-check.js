// Which file may import which: the rules of .dependency-cruiser.cjs. A cruiser that sees nothing finds no fault, so what it saw is counted.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const FOLDERS = ['core', 'design', 'server', 'cli', 'site', 'web', 'agree', 'bench', 'tests'].filter((folder) => existsSync(folder));
const LEAST_CORE_MODULES = 60;

const { options, ...ruleSet } = await extractConfig('./.dependency-cruiser.cjs');
const { output } = await cruise(FOLDERS, { ...options, ruleSet, validate: true }, options.enhancedResolveOptions, {
  tsConfig: extractTsConfig('tsconfig.json'),
});

const faults = [];
const { violations, totalCruised, totalDependenciesCruised } = output.summary;
for (const { rule, from, to, cycle } of violations) {
  const { comment } = ruleSet.forbidden.find(({ name }) => name === rule.name);
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}\n  ${comment}`);
}

/** Styles that import styles: the cruiser does not read them, and the same rules hold of them. */
const style = globSync('{design,site,web}/**/*.css', { exclude: ['**/node_modules/**'] }).flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(/@import\s+(?:url\()?["'](\.[^"']+)["']/g)].map(([, to]) => ({ from, to: normalize(join(dirname(from), to)) })),
);
const isOf = ({ path = '', pathNot }, place) => new RegExp(path).test(place) && !(pathNot && new RegExp(pathNot).test(place));
for (const { from, to } of style)
  for (const rule of ruleSet.forbidden)
    if (isOf(rule.from, from) && isOf(rule.to, to) && rule.to.path) faults.push(`${rule.name}: ${from} → ${to}\n  ${rule.comment}`);
if (style.length === 0) faults.push('no style was seen to import another');

/** Which capability imports which, in one package. */
function arrowsBetweenCapabilities(part) {
  const capabilityOf = (source) => new RegExp(`^${part}/src/capabilities/([^/]+)/`).exec(source)?.[1];
  const arrows = new Map();
  for (const { source, dependencies } of output.modules) {
    const from = /\.(?:test|story)\.tsx?$|\/testing\//.test(source) ? undefined : capabilityOf(source);
    if (from === undefined) continue;
    for (const { resolved } of dependencies) {
      const to = capabilityOf(resolved);
      if (to !== undefined && to !== from) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  return arrows;
}

/** Takes away what nothing else leads to, again and again: what is left lies on a circle or behind one. */
function onCircles(arrows) {
  const left = new Map([...arrows].map(([from, tos]) => [from, new Set(tos)]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [from, tos] of left) {
      for (const to of tos) if (!left.has(to)) changed = tos.delete(to);
      if (tos.size === 0) changed = left.delete(from);
    }
  }
  return [...left].map(([from, tos]) => `${from} → ${[...tos].join(', ')}`);
}

for (const part of ['server', 'web']) {
  const arrows = arrowsBetweenCapabilities(part);
  if (arrows.size < 10) faults.push(`only ${arrows.size} capabilities of ${part} were seen to import another`);
  const circles = onCircles(arrows);
  if (circles.length > 0) faults.push(`capabilities of ${part} that import each other in a circle, or hang on one:\n  ${circles.join('\n  ')}`);
}
const modules = output.modules.map(({ source }) => source);
const inCore = modules.filter((source) => source.startsWith('core/src/')).length;
if (inCore <= LEAST_CORE_MODULES) faults.push(`only ${inCore} modules of the core were seen; there are more than ${LEAST_CORE_MODULES}`);
const crossing = output.modules
  .filter(({ source }) => /^(cli|server|site|web)\//.test(source))
  .flatMap(({ dependencies }) => dependencies.filter(({ resolved }) => resolved.startsWith('core/src/')));
if (crossing.length === 0) faults.push('no import of the core was seen in cli, server, site or web');
for (const fault of faults) console.error(fault);

console.log(
  `${totalCruised} modules, ${inCore} of the core; ${totalDependenciesCruised} imports, ${crossing.length} into the core; ${violations.length} against the rules`,
);
process.exitCode = violations.length + faults.length > 0 ? 1 : 0;
