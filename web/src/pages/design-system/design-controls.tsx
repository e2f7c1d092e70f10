import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { PageTab, PageTabs } from '../../kit/page/page-tabs.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { designTexts } from './texts/design-system.ts';

/** What readers press and fill in. */
export function DesignControls() {
  const texts = useTexts(designTexts);
  const [chosen, setChosen] = useState<'act' | 'good' | 'bad'>('act');
  const [day, setDay] = useState<string | undefined>('2026-02-05');
  return (
    <>
      <Section title={texts.tabs}>
        <PageTabs label={texts.tabs}>
          <PageTab to="/he-thong-thiet-ke" label={texts.tabNames.first} />
          <PageTab to="/lam-viec/nhac-viec" label={texts.tabNames.second} count={3} />
          <PageTab to="/lam-viec/tai-khoan" label={texts.tabNames.third} />
        </PageTabs>
      </Section>
      <Section title={texts.filters}>
        <FilterChips
          label={texts.columns.state}
          chosen={chosen}
          choices={(['act', 'good', 'bad'] as const).map((value, at) => ({ value, label: texts.tones[value], count: String(at + 2) }))}
          onChoose={setChosen}
        />
      </Section>
      <Section title={texts.buttons} lead={texts.buttonsLead}>
        <div className="toolbar" data-sample>
          <Button>{texts.buttonNames.main}</Button>
          <Button variant="default">{texts.buttonNames.other}</Button>
          <Button variant="subtle">{texts.buttonNames.quiet}</Button>
          <Button color="red">{texts.buttonNames.danger}</Button>
          <Button loading>{texts.buttonNames.waiting}</Button>
          <Button disabled>{texts.buttonNames.disabled}</Button>
        </div>
      </Section>
      <Section title={texts.fields}>
        <TextInput label={texts.fieldNames.text} description={texts.fieldNames.hint} defaultValue={texts.bodyName('A')} maw="24rem" />
        <TextInput label={texts.fieldNames.wrong} error={texts.fieldNames.fault} defaultValue="12,5" maw="24rem" />
        <DayInput label={texts.fieldNames.day} value={day} onChange={setDay} />
        <NativeSelect label={texts.fieldNames.choice} data={[texts.bodyName('A'), texts.bodyName('B')]} maw="24rem" />
        <Checkbox label={texts.fieldNames.tick} />
      </Section>
    </>
  );
}
