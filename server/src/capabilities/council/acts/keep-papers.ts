import { randomUUID } from 'node:crypto';
import type { Acting } from '../../../audit/acting.ts';
import { renderedDocument } from '../../../http/document-answer.ts';
import type { Storage } from '../../../storage/storage.ts';
import { keepMadeFile } from '../../rounds/acts/keep-made-file.ts';
import { SESSION_DOCUMENTS, type SessionMaterial } from '../council-documents.ts';
import { paperItemOf } from '../present-session.ts';
import { insertKeptPapers } from '../queries/council.ts';

/** Keeps the papers of a session as its members get them, in both forms, with what stands on each item; answers the ids of papers and files. */
export async function keepPapers(
  acting: Acting,
  storage: Storage,
  material: SessionMaterial,
): Promise<{ readonly papers: string; readonly files: readonly string[] }> {
  const { id: session, round, number, agenda } = material.session;
  const { make, file } = SESSION_DOCUMENTS.papers;
  const document = make(material);
  const files: string[] = [];
  for (const kind of ['docx', 'pdf'] as const) {
    const bytes = await renderedDocument(document, kind);
    files.push((await keepMadeFile(acting, storage, { round, kind, bytes, name: `${file}-${round}-${number}.${kind}`, urged: null })).id);
  }
  const id = randomUUID();
  await insertKeptPapers(acting.db, { id, session, files, items: agenda.map(paperItemOf), by: acting.account as string, at: acting.receivedAt });
  return { papers: id, files };
}
