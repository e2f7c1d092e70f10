import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Agreed, BUILD } from './compare.ts';
import { ordered, settled } from './json.ts';
import { type Mutant, planted } from './mutant.ts';
import { PYTHON_MUTANTS } from './mutants-python.ts';
import { TYPESCRIPT_MUTANTS } from './mutants-typescript.ts';
import { PythonSide } from './python-side.ts';

export interface Verdict {
  readonly side: 'TypeScript' | 'Python';
  readonly mutant: Mutant;
  readonly survives: boolean;
  readonly why: string;
}

const ROOT = new URL('../', import.meta.url);
/** A mutant that has not come to an end by then is found. */
const PATIENCE = 60_000;
const AT_ONCE = 2;

type Run = (mutant: Mutant) => Promise<boolean>;

/** Runs mutants against the answers that both sides gave; each must be found. Python has half of the workers, TypeScript the other. */
export async function killMutants(
  python: string,
  agreed: readonly Agreed[],
  onProgress: (line: string) => void = () => {},
  typescript = TYPESCRIPT_MUTANTS,
  pythons = PYTHON_MUTANTS,
): Promise<Verdict[]> {
  mkdirSync(BUILD, { recursive: true });
  const folder = mkdtempSync(fileURLToPath(new URL('mutants-', BUILD)));
  const casesFile = `${folder}/cases.jsonl`;
  writeFileSync(casesFile, agreed.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  const jobs: (() => Promise<Verdict>)[] = [
    ...pythons.map((mutant, index) => () => judge('Python', mutant, (one) => differsInPython(python, one, agreed, `${folder}/mutant-${index}.py`))),
    ...typescript.map((mutant) => () => judge('TypeScript', mutant, (one) => differsInTypeScript(one, casesFile))),
  ];
  const verdicts: Verdict[] = [];
  const total = jobs.length;
  try {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let job = jobs.shift(); job; job = jobs.shift()) {
          verdicts.push(await job());
          onProgress(`${verdicts.length} of ${total} mutants`);
        }
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return verdicts;
}

async function judge(side: Verdict['side'], mutant: Mutant, differs: Run): Promise<Verdict> {
  const trial = planted(readFileSync(new URL(mutant.file, ROOT), 'utf8'), mutant);
  if ('fault' in trial) return { side, mutant, survives: true, why: trial.fault };
  const found = await differs(mutant);
  return { side, mutant, survives: !found, why: found ? '' : 'no snapshot told it from the sound code' };
}

/** A process of its own, in which the one file is read with the mistake in it. */
function differsInTypeScript(mutant: Mutant, casesFile: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('mutant-process.ts', import.meta.url)), casesFile, JSON.stringify(mutant)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE,
    });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data));
    // A mistake that keeps the code from loading or ending is found as well.
    child.on('close', () => resolve(said.trim() !== 'same'));
  });
}

async function differsInPython(python: string, mutant: Mutant, agreed: readonly Agreed[], script: string): Promise<boolean> {
  const trial = planted(readFileSync(new URL(mutant.file, ROOT), 'utf8'), mutant);
  if ('fault' in trial) return false;
  writeFileSync(script, trial.text);
  const side = new PythonSide(python, script);
  const alarm = setTimeout(() => side.end(), PATIENCE);
  try {
    const CHUNK = 25;
    await side.send(agreed.slice(0, CHUNK).map(({ text }) => text));
    for (const [index, { answer }] of agreed.entries()) {
      if (index % CHUNK === 0) await side.send(agreed.slice(index + CHUNK, index + 2 * CHUNK).map(({ text }) => text));
      if (ordered(settled(await side.next())) !== answer) return true;
    }
    return false;
  } finally {
    clearTimeout(alarm);
    side.end();
  }
}
