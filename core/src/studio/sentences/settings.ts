import type { Settings } from './rule-draft.ts';

/** Reads a sentence on what holds of a ratio or of rounding; undefined for any other. */
export function settingOf(line: string): Settings | undefined {
  const nothing =
    /^(?:khi|nếu|trường hợp) mẫu số (?:bằng|là) 0\s*[:,]?\s*(?:thì )?(không đánh giá|(?:được )?(?:điểm tối đa|đủ điểm)|(?:được )?0 điểm|không (?:được )?(?:tính )?điểm)/iu.exec(
      line,
    )?.[1];
  if (nothing !== undefined) return { whenNothing: /đánh giá/iu.test(nothing) ? 'notApplicable' : /tối đa|đủ/iu.test(nothing) ? 'full' : 'zero' };
  const places = /^điểm được làm tròn (?:đến )?(\d) chữ số thập phân/iu.exec(line)?.[1];
  if (places !== undefined) return { round: { places, mode: /về số chẵn/iu.test(line) ? 'halfEven' : 'halfUp' } };
  if (/^tử số không được lớn hơn mẫu số/iu.test(line)) return { over: 'refuse' };
  if (/^tử số lớn hơn mẫu số thì tính 100\s*%/iu.test(line)) return { over: 'cap' };
  return /^tỷ lệ có thể vượt 100\s*%/iu.test(line) ? { over: 'allow' } : undefined;
}
