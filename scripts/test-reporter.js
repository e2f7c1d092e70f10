// One line for each file, failures in full, each skipped test with its reason. scripts/test.js prints the counts, last of all.
import { writeFileSync } from 'node:fs';

const NO_REASON = 'không nêu lý do (no reason given)';

/** From so many tests on it is told which took longest: so many of them. */
const MANY = 1_000;
const SLOWEST = 25;

const indent = (text) => text.replace(/^/gm, '    ');

function errorText({ name, message, diff, stacks = [], stack }) {
  const places = stacks.map(({ file, line, column, method }) => `at ${method ? `${method} ` : ''}${file}:${line}:${column}`);
  const heading = !message || message.startsWith(`${name}:`) ? (message ?? String(name)) : `${name ?? 'Error'}: ${message}`;
  if (places.length === 0 && stack) return indent(stack);
  return [heading, diff, places.join('\n')].filter(Boolean).map(indent).join('\n');
}

export default class TestReporter {
  onInit(vitest) {
    this.vitest = vitest;
  }

  onUserConsoleLog({ content, type }) {
    process[type === 'stderr' ? 'stderr' : 'stdout'].write(content);
  }

  onTestModuleEnd(module) {
    const tests = [...module.children.allTests()];
    const count = (state) => tests.filter((test) => test.result().state === state).length;
    const [failed, skipped] = [count('failed'), count('skipped')];
    const broken = failed > 0 || module.state() === 'failed';
    const notes = [
      `${tests.length} tests`,
      failed > 0 && `${failed} failed`,
      skipped > 0 && `${skipped} skipped`,
      `${Math.round(module.diagnostic().duration)} ms`,
    ];
    console.log(`${broken ? '✗' : '✓'} ${module.relativeModuleId} (${notes.filter(Boolean).join(', ')})`);
  }

  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state) => tests.filter((test) => test.result().state === state);
    const [passed, failed, skipped] = [inState('passed'), inState('failed'), inState('skipped')];
    // A file or a group that breaks outside its tests counts as one failure, so that the last line never says 0 beside a failed run.
    const brokenParts = modules.flatMap((module) => [module, ...module.children.allSuites()]).filter((part) => part.errors().length > 0);

    this.printFailures(failed, brokenParts, unhandledErrors);
    // A name pattern leaves out all other tests: naming them would say nothing.
    if (!this.vitest.config.testNamePattern) this.printSkipped(skipped);
    if (tests.length > MANY) this.printSlowest(tests);
    const counts = {
      passed: passed.length,
      failed: failed.length + brokenParts.length + unhandledErrors.length,
      skipped: skipped.length,
      // What broke outside every file is no file's: it is not tried again.
      failedFiles: unhandledErrors.length > 0 ? [] : [...new Set([...failed, ...brokenParts].map((one) => (one.module ?? one).relativeModuleId))],
    };
    if (process.env.PARINDEX_TEST_COUNTS) writeFileSync(process.env.PARINDEX_TEST_COUNTS, JSON.stringify(counts));
  }

  printFailures(failed, brokenParts, unhandledErrors) {
    for (const test of failed) this.printErrors(`${test.module.relativeModuleId} > ${test.fullName}`, test.result().errors);
    for (const part of brokenParts)
      this.printErrors(part.type === 'module' ? part.relativeModuleId : `${part.module.relativeModuleId} > ${part.fullName}`, part.errors());
    if (unhandledErrors.length > 0) this.printErrors('Lỗi ngoài các phép thử (errors outside the tests)', unhandledErrors);
  }

  printErrors(name, errors) {
    console.log(`\n✗ ${name}\n${errors.map(errorText).join('\n\n')}`);
  }

  printSlowest(tests) {
    const timed = tests.map((test) => ({ test, ms: test.diagnostic()?.duration ?? 0 })).toSorted((one, other) => other.ms - one.ms);
    console.log('\nLâu nhất (slowest):');
    for (const { test, ms } of timed.slice(0, SLOWEST)) console.log(`- ${Math.round(ms)} ms ${test.module.relativeModuleId} > ${test.fullName}`);
  }

  printSkipped(skipped) {
    if (skipped.length > 0) console.log('\nBỏ qua (skipped):');
    for (const test of skipped) console.log(`- ${test.module.relativeModuleId} > ${test.fullName}: ${test.result().note || NO_REASON}`);
  }
}
