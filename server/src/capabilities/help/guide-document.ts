import type { Language } from '@parindex/core';
import type { Guide } from '@parindex/core/words/guides/guide';
import { GUIDE_TEXTS, guideEdition } from '@parindex/core/words/guides/guides';
import type { Block, OfficialDocument } from '../../documents/document.ts';

/** A guide as a document: the same texts as on the page of the workspace. */
export function guideDocument(guide: Guide, language: Language): OfficialDocument {
  const { title, lead, sections } = GUIDE_TEXTS[guide][language];
  return {
    title,
    marks: [],
    letterhead: null,
    subject: { as: 'named', name: title, about: null },
    to: [],
    across: false,
    body: [
      { kind: 'paragraph', text: guideEdition[language].of },
      { kind: 'paragraph', text: lead },
      ...sections.flatMap((section, index): Block[] => [
        { kind: 'heading', level: 1, text: `${index + 1}. ${section.title}` },
        ...section.text.map((text): Block => ({ kind: 'paragraph', text })),
      ]),
    ],
    recipients: [],
    signatures: [],
    annexes: [],
    footer: null,
  };
}
