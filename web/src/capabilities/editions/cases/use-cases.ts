import type { Scheme } from '@parindex/core';
import { type CaseReady, caseReady } from '@parindex/core/cases/run-cases';
import * as changes from '@parindex/core/contracts/editions-changes';
import { Faults } from '@parindex/core/reading/faults';
import { readJson } from '@parindex/core/reading/json';
import type { Raw } from '@parindex/core/reading/raw';
import { type Writable, writeJson } from '@parindex/core/reading/write-json';
import { readYaml } from '@parindex/core/reading/yaml';
import { readScheme } from '@parindex/core/scheme/read';
import { applyChanges, type Change } from '@parindex/core/studio/operations/change';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../client/call.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { readDraft } from '../queries/draft-server.ts';
import { type Edition, editionsQuery, readEditionTexts } from '../queries/editions.ts';

/** A draft whose cases are written: the scheme that they try, and their file. */
export interface DraftCases {
  readonly edition: Edition;
  /** Undefined where the draft has faults. */
  readonly tried: { readonly scheme: Scheme; readonly ready: CaseReady } | undefined;
  readonly cases: Raw;
}

/** Reads a draft with its cases, as of one version. */
export async function readDraftCases(id: string): Promise<DraftCases> {
  const edition = await readDraft(id);
  const texts = await readEditionTexts(id);
  const read = (text: string): Raw => (/^\s*[{[]/.test(text) ? readJson : readYaml)(text).value;
  const faults = new Faults();
  const document = edition.faults.some(({ in: part }) => part === 'document') ? undefined : read(texts.document);
  const scheme = document === undefined ? undefined : readScheme(document, faults);
  return {
    edition,
    tried: scheme && faults.none ? { scheme, ready: caseReady(scheme) } : undefined,
    cases: texts.cases.trim() === '' ? [] : read(texts.cases),
  };
}

/** The cases as they are written on; each change is saved at once, and all is read anew where somebody else wrote meanwhile. */
export function useCases({ edition, cases: read }: DraftCases, reload: () => void) {
  const client = useQueryClient();
  const [state, setState] = useState({ cases: read, version: edition.version });
  const save = useAct(
    async (own: readonly Change[]) => {
      const body = { id: crypto.randomUUID(), version: state.version, steps: writeJson([{ in: 'cases', changes: own }] as unknown as Writable) };
      const { version, others } = await call(changes.changeDraft, { params: { edition: edition.id }, body });
      setState({ cases: applyChanges(state.cases, own), version });
      if (others !== '[]') reload();
      return version;
    },
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: ['editions', edition.id] });
        void client.invalidateQueries({ queryKey: editionsQuery.queryKey, exact: true });
      },
    },
  );
  return { cases: state.cases, save };
}
