import { at, type FaultCode, type Faults } from '@parindex/core';
import type { z } from 'zod';

type Path = ReturnType<typeof at>;
type Issue = z.core.$ZodIssue;

/** What the schema found wrong, in the words that all faults have. */
export function addZodFaults({ issues }: z.ZodError, path: Path, faults: Faults): void {
  for (const issue of issues) addIssue(issue, at(path, ...(issue.path as (string | number)[])), faults);
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true | false',
  array: 'list',
  object: 'object',
  record: 'object',
  int: '0, 1, 2, …',
  number: 'number',
};

const FORMATS: Readonly<Record<string, string>> = { date: 'yyyy-mm-dd', datetime: 'yyyy-mm-ddThh:mm:ssZ', uuid: 'UUID', email: 'ten@coquan.gov.vn', regex: '' };

function addIssue(issue: Issue, path: Path, faults: Faults): void {
  const add = (code: FaultCode, details: Record<string, string> = {}) => faults.add(code, path, details);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) add('missingKey', { key: String(path?.key) });
      else add('wrongType', { expected: EXPECTED[issue.expected] ?? issue.expected });
      return;
    case 'unrecognized_keys':
      for (const key of issue.keys) faults.add('unknownKey', at(path, key), { key });
      return;
    case 'too_big':
      if (issue.origin === 'string')
        add('textTooLong', { expected: String(issue.maximum), ...(typeof issue.input === 'string' ? { found: String(issue.input.length) } : {}) });
      else add('outOfRange', { expected: `≤ ${issue.maximum}` });
      return;
    case 'too_small':
      if (issue.origin === 'string') add('emptyText');
      else add('outOfRange', { expected: `≥ ${issue.minimum}` });
      return;
    case 'invalid_value':
      if (issue.input === undefined) add('missingKey', { key: String(path?.key) });
      else add('unknownValue', { found: String(issue.input).slice(0, 50), expected: issue.values.map(String).join(', ') });
      return;
    case 'invalid_format':
      add('wrongType', { expected: FORMATS[issue.format] || String(issue.pattern ?? issue.format) });
      return;
    case 'invalid_union':
      if (issue.input === undefined) add('missingKey', { key: String(path?.key) });
      else add('wrongType');
      return;
    case 'custom':
      add((issue.params?.['fault'] as FaultCode | undefined) ?? 'outOfRange', (issue.params?.['details'] as Record<string, string> | undefined) ?? {});
      return;
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      add('wrongType');
  }
}
