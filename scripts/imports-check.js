// Which file may import which: the rules of .dependency-cruiser.cjs. A cruiser that sees nothing finds no fault, so what it saw is counted.
import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const FOLDERS = ['core', 'server', 'cli', 'site', 'web', 'agree', 'bench', 'tests'].filter((folder) => existsSync(folder));
const LEAST_CORE_MODULES = 60;

const { options, ...ruleSet } = await extractConfig('./.dependency-cruiser.cjs');
const { output } = await cruise(FOLDERS, { ...options, ruleSet, validate: true }, options.enhancedResolveOptions, {
  tsConfig: extractTsConfig('tsconfig.json'),
});

const { violations, totalCruised, totalDependenciesCruised } = output.summary;
for (const { rule, from, to, cycle } of violations) {
  const { comment } = ruleSet.forbidden.find(({ name }) => name === rule.name);
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}\n  ${comment}`);
}

const faults = [];
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
