import { describe, expect, it } from 'vitest';
import { ACT_GROUP_NAMES, ACT_NAMES, RECORDED_ACTS } from './acts.ts';

describe('[F95] the words of the trail', () => {
  it.each(['vi', 'en'] as const)('are there for every act that can be recorded, and for no other (%s)', (language) => {
    const [acts, groups] = [ACT_NAMES[language], ACT_GROUP_NAMES[language]];
    expect(Object.keys(acts).toSorted()).toEqual(RECORDED_ACTS.toSorted());
    expect(Object.values(acts).filter((words) => words.trim() === '')).toEqual([]);
    // The filter offers acts by their things: one of no group would not be offered.
    expect(RECORDED_ACTS.filter((act) => !Object.keys(groups).some((thing) => act.startsWith(thing)))).toEqual([]);
  });
});
