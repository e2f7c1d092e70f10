// The core decides numbers from what it is given, and from nothing else: no clock, no chance, no surroundings.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const SURROUNDINGS = new Set(
  'Buffer WebSocket __dirname __filename console crypto fetch globalThis navigator performance process require setImmediate setInterval setTimeout'.split(' '),
);
const CLOCK_AND_CHANCE = new Set(['Date.now', 'Math.random', 'performance.now']);
/** What a float parser reads is no longer the number that was written. */
const FLOAT_PARSERS = new Set(['parseFloat', 'Number.parseFloat']);
const LEAST_FILES = 60;

const isDate = (node) => ts.isIdentifier(node) && node.text === 'Date';

function isPlainName(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  return (
    !(ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent) || ts.isQualifiedName(parent)) || parent.name !== node
  );
}

/** What is wrong with this piece of text, if anything. */
function wrongWith(node, text) {
  if (ts.isPropertyAccessExpression(node) && CLOCK_AND_CHANCE.has(text)) return text;
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && isDate(node.expression)) return 'Date()';
  if (ts.isCallExpression(node) && FLOAT_PARSERS.has(node.expression.getText())) return node.expression.getText();
  if (ts.isIdentifier(node) && SURROUNDINGS.has(node.text) && isPlainName(node)) return node.text;
  return undefined;
}

function impurities(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const wrong = wrongWith(node, node.getText(source));
    if (wrong) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1}:${character + 1} ${wrong}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const paths = globSync('core/src/**/*.ts').filter((path) => !/\.(?:test|story)\.ts$|[\\/]testing[\\/]/.test(path));
const found = paths.flatMap(impurities);
for (const line of found) console.error(line);
if (paths.length < LEAST_FILES) console.error(`only ${paths.length} files of the core were seen`);
console.log(`${paths.length} files of the core; ${found.length} uses of clock, chance, surroundings or float parsing`);
process.exitCode = found.length > 0 || paths.length < LEAST_FILES ? 1 : 0;
