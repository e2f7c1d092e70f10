import type { Language } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';
import { VERBS } from './verbs.ts';

const TEXTS = texts({
  what: { vi: 'ParIndex: tính và giải thích Chỉ số cải cách hành chính', en: 'ParIndex: computes and explains the public administration reform index' },
  usage: { vi: 'Cách dùng', en: 'Usage' },
  verbs: { vi: 'Lệnh', en: 'Verbs' },
  options: { vi: 'Tùy chọn', en: 'Options' },
  lang: { vi: 'ngôn ngữ: vi (mặc định) hoặc en', en: 'language: vi (default) or en' },
  help: { vi: 'xem hướng dẫn', en: 'show help' },
  version: { vi: 'xem phiên bản', en: 'show the version' },
  more: { vi: 'parindex LỆNH --help để xem hướng dẫn của từng lệnh.', en: 'parindex VERB --help tells more of each.' },
  exit: {
    vi: 'Mã kết thúc: 0 xong; 1 kết quả là không, hoặc có lỗi trong dữ liệu; 2 dùng sai hoặc không đọc được tệp.',
    en: 'Exit status: 0 done; 1 the answer is no, or faults in the data; 2 wrong use or an unreadable file.',
  },
  command: { vi: 'LỆNH', en: 'VERB' },
  file: { vi: 'TỆP', en: 'FILE' },
});

const row = (left: string, right: string, width: number) => `  ${left.padEnd(width)}  ${right}`;

export function generalHelp(language: Language): string {
  const texts = TEXTS[language];
  const width = Math.max(...Object.values(VERBS).map(({ usage }) => usage[language].length), '--version'.length);
  return [
    texts.what,
    '',
    `${texts.usage}: parindex ${texts.command} …`,
    '',
    `${texts.verbs}:`,
    ...Object.values(VERBS).map(({ usage, summary }) => row(usage[language], summary[language], width)),
    '',
    `${texts.options}:`,
    row('--lang vi|en', texts.lang, width),
    row('-h, --help', texts.help, width),
    row('--version', texts.version, width),
    '',
    texts.more,
    texts.exit,
    '',
  ].join('\n');
}

export function verbHelp(name: string, language: Language): string {
  const texts = TEXTS[language];
  const verb = VERBS[name];
  if (!verb) return generalHelp(language);
  const options = Object.entries(verb.options).map(
    ([option, { short, values, flag, value, summary }]) =>
      [`${short ? `-${short}, ` : ''}--${option}${flag ? '' : ` ${value?.[language] ?? values?.join('|') ?? texts.file}`}`, summary[language]] as const,
  );
  const all = [...options, ['--lang vi|en', texts.lang] as const, ['-h, --help', texts.help] as const];
  const width = Math.max(...all.map(([left]) => left.length));
  return [
    `${texts.usage}: parindex ${verb.usage[language]}`,
    '',
    `${verb.summary[language]}.`,
    ...verb.details[language],
    '',
    `${texts.options}:`,
    ...all.map(([left, right]) => row(left, right, width)),
    '',
    texts.exit,
    '',
  ].join('\n');
}
