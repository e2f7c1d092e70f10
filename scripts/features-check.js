// docs/features.md and the tests say the same: what is listed as done is proven by a test that carries its number, such as "[F14] …".
import { existsSync, globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const LIST = 'docs/features.md';
const STATES = ['done', 'partly', 'planned'];
const COUNT = 120;
const ROW = /^\| (\d+) \| (.+?) \| (\w+) \| (.*?) ?\|$/;
const NAMING = new Set(['describe', 'it', 'test']);
/** A test that does not run proves nothing. */
const NOT_RUN = new Set(['skip', 'todo', 'fails']);
const FOLDERS = '{core,design,server,site,web,cli,tests,agree,bench}';

/** The words of `describe.skip.each(…)(…)`: describe, skip, each; empty when it is no such chain. */
function chainOf(expression) {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression)) return [...chainOf(expression.expression), expression.name.text];
  if (ts.isCallExpression(expression)) return chainOf(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return chainOf(expression.tag);
  return [];
}

function provenIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const numbers = new Set();
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const [head, ...rest] = chainOf(node.expression);
      const name = node.arguments[0];
      if (NAMING.has(head) && rest.some((word) => NOT_RUN.has(word))) return;
      if (NAMING.has(head) && name && (ts.isStringLiteralLike(name) || ts.isTemplateExpression(name))) {
        for (const [, number] of name.getText(source).matchAll(/\[F(\d+)\]/g)) numbers.add(Number(number));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return numbers;
}

const faults = [];

const features = new Map();
for (const line of readFileSync(LIST, 'utf8').split('\n')) {
  const [, number, name, state, where] = ROW.exec(line) ?? [];
  if (!number) continue;
  if (Number(number) > COUNT) faults.push(`${LIST}: there is no feature ${number}`);
  if (features.has(Number(number))) faults.push(`${LIST}: ${number} stands twice`);
  if (!STATES.includes(state)) faults.push(`${LIST}: ${number} has the state "${state}"; known: ${STATES.join(', ')}`);
  features.set(Number(number), { name, state, files: [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => file) });
}
for (let number = 1; number <= COUNT; number++) if (!features.has(number)) faults.push(`${LIST}: ${number} is missing`);

const proofs = new Map();
for (const path of globSync(`${FOLDERS}/**/*.{test,story}.{ts,tsx}`, { exclude: (entry) => entry === 'node_modules' })) {
  for (const number of provenIn(path)) {
    if (!features.has(number)) faults.push(`${path}: a test carries [F${number}], which ${LIST} does not know`);
    proofs.set(number, [...(proofs.get(number) ?? []), path]);
  }
}

for (const [number, { name, state, files }] of features) {
  const proof = proofs.get(number) ?? [];
  if (state === 'done' && proof.length === 0) faults.push(`${LIST}: ${number} (${name}) is listed as done, and no test carries [F${number}]`);
  if (state === 'planned' && proof.length > 0) faults.push(`${LIST}: ${number} (${name}) is listed as planned, and ${proof[0]} carries [F${number}]`);
  if (state === 'done' && proof.length > 0 && !proof.some((path) => files.includes(path)))
    faults.push(`${LIST}: ${number} names none of the files that prove it: ${proof.join(', ')}`);
  for (const file of files) if (!existsSync(file)) faults.push(`${LIST}: ${number} names ${file}, which is not there`);
}

for (const fault of faults) console.error(fault);
const inState = (state) => [...features.values()].filter((feature) => feature.state === state).length;
console.log(`${features.size} features: ${STATES.map((state) => `${inState(state)} ${state}`).join(', ')}; ${proofs.size} are named by tests`);
process.exitCode = faults.length > 0 ? 1 : 0;
