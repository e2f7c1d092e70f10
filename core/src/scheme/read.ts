import { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import { isObject, type Raw } from '../reading/raw.ts';
import type { Draft } from '../reading/shape.ts';
import { checkScheme } from './check.ts';
import { completeScheme, groupKindOf, itemsOfDraft } from './complete.ts';
import { schemeShape } from './shape.ts';
import type { Scheme } from './types.ts';

/**
 * Reads a scheme into normal form, or adds all that is wrong with it to `faults`.
 * A scheme that was read is sound: what follows needs no further checks.
 */
export function readScheme(raw: Raw, faults: Faults, path: Path = ROOT): Scheme | undefined {
  const own = new Faults();
  const draft = readSchemeDraft(raw, own, path);
  faults.addAll(own);
  return own.none ? (draft as Scheme) : undefined;
}

/**
 * A scheme whose form is whole, whatever is wrong with what it says: points that do not add up, names that nothing has. It can be compared and told,
 * never reckoned with. Undefined where a part lacks what each part has.
 */
export function readSchemeForm(raw: Raw): Scheme | undefined {
  const own = new Faults();
  const draft = schemeShape.read(raw, ROOT, own) as Draft<Scheme> | undefined;
  if (!draft) return undefined;
  checkMaximaThere(draft, ROOT, own, () => false);
  completeScheme(draft, () => false);
  const parts = (draft.domains ?? []).flatMap((domain) => [domain, ...(domain?.criteria ?? [])]);
  return own.none && parts.every((part) => part?.maximum !== undefined) ? (draft as Scheme) : undefined;
}

/** Reads what can be read of a scheme: any part may be lacking where a fault was found. */
export function readSchemeDraft(raw: Raw, own: Faults, path: Path = ROOT): Draft<Scheme> | undefined {
  const draft = schemeShape.read(raw, path, own) as Draft<Scheme> | undefined;
  if (draft) {
    const faulty = (...keys: (string | number)[]) => own.has(at(path, ...keys));
    checkMaximaThere(draft, path, own, (domain) => faulty('domains', domain, 'group'));
    completeScheme(draft, faulty);
    const groupsWritten = isObject(raw) && (raw['groups'] ?? null) !== null;
    checkScheme(draft, path, groupsWritten, own);
  }
  return draft;
}

/** An item outside penalty groups must say its maximum. */
function checkMaximaThere(scheme: Draft<Scheme>, root: Path, faults: Faults, unplaced: (domain: number) => boolean): void {
  scheme.domains?.forEach((domain, d) => {
    if (unplaced(d)) return;
    const kind = domain?.group === undefined ? 'regular' : groupKindOf(scheme, domain.group);
    if (kind === undefined || kind === 'penalty') return;
    domain?.criteria?.forEach((criterion, c) => {
      if (!criterion) return;
      const path = at(root, 'domains', d, 'criteria', c);
      const inParts = 'subCriteria' in criterion;
      itemsOfDraft(criterion).forEach((item, s) => {
        const where = at(inParts ? at(path, 'subCriteria', s) : path, 'maximum');
        if (item && item.maximum === undefined && !faults.has(where)) faults.add('missingKey', where, { key: 'maximum' });
      });
    });
  });
}
