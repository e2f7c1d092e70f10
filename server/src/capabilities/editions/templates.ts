import path from 'node:path';
import { itemsOfDomains } from '@parindex/core';
import { readData } from '../../data-files.ts';
import { checkTexts, type EditionTexts } from './check-texts.ts';

/** Editions of the checkout with which a draft may begin, in the order in which they are offered. */
const TEMPLATES = ['department-illustrative', 'commune-illustrative', 'province-2022', 'commune-nq57-2026'] as const;

/** What a template is, as its document says it. */
export interface Template extends EditionTexts {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en?: string };
  readonly status: 'official' | 'reconstruction' | 'illustrative';
  readonly items: number;
}

function readTemplate(root: string, id: string): Template {
  const read = (file: string) => readData(root, path.join('schemes', id, file)).text;
  const texts = { document: read('scheme.yaml'), cases: read('cases.yaml') };
  const checked = checkTexts(texts);
  const scheme = 'unreadable' in checked ? undefined : checked.scheme;
  if (!scheme) throw new Error(`the template ${id} has faults`);
  const { vi, en } = scheme.title;
  return { ...texts, id, title: { vi, ...(en === undefined ? {} : { en }) }, status: scheme.status, items: itemsOfDomains(scheme.domains).length };
}

/** The templates of a checkout, read when somebody asks for them first. */
export function readTemplates(root: string): () => readonly Template[] {
  let read: readonly Template[] | undefined;
  return () => {
    read ??= TEMPLATES.map((id) => readTemplate(root, id));
    return read;
  };
}
