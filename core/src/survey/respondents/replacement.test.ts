import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../words/index.ts';
import { REPLACEMENT_REASON_NAMES, replacementFaultText } from '../../words/respondent-list-words.ts';
import { type RespondentKeys, respondentKeys } from './keys.ts';
import { REPLACEMENT_FAULTS, REPLACEMENT_REASONS, type Replacement, type ReplacementRule, replacementFaults } from './replacement.ts';

const RULE: ReplacementRule = { reasons: ['movedPost', 'retired', 'longSickLeave', 'studiesAway'], mostPerUnit: 2 };
const keysOf = (name: string, phone: string | null = null): RespondentKeys =>
  respondentKeys({ name, position: 'Trưởng phòng', unit: 'Sở Minh họa A', phone, mail: null });
const AN = keysOf('Nguyễn Văn An', '+84912345678');
const BINH = keysOf('Trần Thị Bình', '+84987654321');
const CUONG = keysOf('Phạm Văn Cường', '+84901234567');
const ASKED: Replacement = {
  reason: 'retired',
  former: { keys: AN, group: 'divisionHeads', unit: 'Sở Minh họa A', hasAnswered: false, isReplaced: false },
  next: { keys: BINH, group: 'divisionHeads', unit: 'SỞ MINH HỌA A' },
  made: 1,
  known: [AN, CUONG],
};
const codesOf = (other: Partial<Replacement>, rule: ReplacementRule = RULE): string[] =>
  replacementFaults(rule, { ...ASKED, ...other }).map(({ code }) => code);

describe('[F57] a respondent is replaced by the declared rule alone', () => {
  it('for a declared reason, by somebody of the same group and unit, as long as some are left', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ made: 2 })).toEqual(['noneLeft']);
    expect(codesOf({ made: 0 }, { ...RULE, mostPerUnit: 0 })).toEqual(['noneLeft']);
  });
  it('never for a refusal, unless that was declared', () => {
    for (const reason of REPLACEMENT_REASONS) expect(codesOf({ reason })).toEqual(reason === 'refused' ? ['reasonNotDeclared'] : []);
    expect(codesOf({ reason: 'refused' }, { ...RULE, reasons: ['refused'] })).toEqual([]);
  });
  it('never who has answered, whatever the rule', () => {
    expect(codesOf({ former: { ...ASKED.former, hasAnswered: true } }, { reasons: REPLACEMENT_REASONS, mostPerUnit: 100 })).toEqual(['hasAnswered']);
  });
  it('by nobody who is there already, nor by the very person', () => {
    expect(codesOf({ next: { ...ASKED.next, keys: CUONG } })).toEqual(['alreadyChosen']);
    expect(codesOf({ next: { ...ASKED.next, keys: AN } })).toEqual(['samePerson']);
    expect(codesOf({ next: { ...ASKED.next, keys: keysOf('Nguyen Van An') } })).toEqual(['samePerson']);
  });
  it('tells everything that is against it at once, in sentences', () => {
    const faults = replacementFaults(RULE, {
      reason: 'refused',
      former: { ...ASKED.former, hasAnswered: true, isReplaced: true },
      next: { keys: CUONG, group: 'leaders', unit: 'Sở Minh họa B' },
      made: 5,
      known: [AN, CUONG],
    });
    expect(faults.map(({ code }) => code)).toEqual(REPLACEMENT_FAULTS.filter((code) => code !== 'samePerson'));
    for (const language of LANGUAGES) for (const fault of faults) expect(replacementFaultText(fault, language)).toMatch(/^\p{Lu}.+\.$|^“.+\.$/u);
    expect(replacementFaultText(faults[0] as (typeof faults)[number], 'vi')).toContain(REPLACEMENT_REASON_NAMES.vi.refused);
  });
});
