import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The questionnaires that stand beside an edition of the checkout, as they are written; none where it has none. */
export function readQuestionnaireTexts(root: string, edition: string): string[] {
  const folder = path.join(root, 'schemes', edition, 'questionnaires');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
