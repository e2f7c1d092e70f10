import { Select } from '@mantine/core';
import { NumberToken, type Raw } from '@parindex/core/reading/raw';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { PHRASES } from '@parindex/core/words/phrases';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editionFormTexts } from '../texts/edition-form.ts';
import { DraftNumber, DraftText } from './fields.tsx';
import { RowList } from './row-list.tsx';
import { freeRowId } from './rule-kinds.ts';
import { useEditor, useSet } from './use-editor.ts';

/** What is asked beside the rule of an item, and which points count in its place when it is answered so. */
export function Conditions({ at }: { at: Keys }) {
  const texts = useTexts(editionFormTexts);
  const { language } = useLanguage();
  const { document } = useEditor();
  const set = useSet();
  const { yes, no } = PHRASES[language];
  return (
    <RowList
      at={at}
      label={texts.conditions}
      add={texts.addCondition}
      fresh={(rows): Raw => ({ id: freeRowId(rows), title: { vi: '' }, when: false, points: new NumberToken('0') })}
      row={(row, index) => {
        const place = String(index + 1);
        return (
          <>
            <div className="editor-row-name">
              <DraftText at={[...row, 'title', 'vi']} label={texts.nth(texts.condition, place)} />
            </div>
            <Select
              label={texts.conditionWhen}
              data={[
                { value: 'no', label: no },
                { value: 'yes', label: yes },
              ]}
              value={valueAt(document, [...row, 'when']) === true ? 'yes' : 'no'}
              w="8rem"
              allowDeselect={false}
              onChange={(chosen) => set([...row, 'when'], chosen === 'yes')}
            />
            <DraftNumber at={[...row, 'points']} label={texts.conditionPoints} width="8rem" />
          </>
        );
      }}
    />
  );
}
