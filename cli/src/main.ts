import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';
import { generalHelp, verbHelp } from './help.ts';
import { DONE, type ExitCode, type Terminal, WRONG_USE, WrongUse } from './terminal.ts';
import { VERBS } from './verbs.ts';

const SAYS = texts({
  unknownVerb: {
    vi: (name: string) => `Không có lệnh “${name}”. Xem: parindex --help`,
    en: (name: string) => `There is no verb “${name}”. See: parindex --help`,
  },
  wrongArguments: { vi: (usage: string) => `Dùng sai. Cách dùng: parindex ${usage}`, en: (usage: string) => `Wrong use. Usage: parindex ${usage}` },
  wrongOption: {
    vi: (option: string, values: string) => `Giá trị của --${option} phải là một trong: ${values}`,
    en: (option: string, values: string) => `--${option} must be one of: ${values}`,
  },
  needsValue: { vi: (option: string) => `${option} cần một giá trị`, en: (option: string) => `${option} needs a value` },
  takesNoValue: { vi: (option: string) => `${option} không nhận giá trị`, en: (option: string) => `${option} takes no value` },
  unknownOption: {
    vi: (option: string) => `Không có tùy chọn ${option}. Xem: parindex --help`,
    en: (option: string) => `There is no option ${option}. See: parindex --help`,
  },
});

/** The language that a command line asks for. */
export function languageOf(args: readonly string[]): Language {
  const position = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = position < 0 ? 'vi' : args[position]?.includes('=') ? args[position].slice('--lang='.length) : args[position + 1];
  return LANGUAGES.find((language) => language === asked) ?? 'vi';
}

function processTerminal(language: Language): Terminal {
  // A reader that goes away is told to the one who writes, below; unheard it would end the process.
  process.stdout.on('error', () => {});
  const write = (text: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
  return {
    language,
    colours: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    watched: process.stderr.isTTY === true,
    screen: process.stdout.isTTY === true,
    input: process.stdin,
    environment: process.env,
    write,
    writeBytes: write,
    say: (text) => process.stderr.write(text),
  };
}

/** Runs one command line; returns the exit status. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal(languageOf(args))): Promise<ExitCode> {
  try {
    return await run(args, terminal);
  } catch (error) {
    if (error instanceof WrongUse) {
      terminal.say(`${error.message}\n`);
      return WRONG_USE;
    }
    // The reader of a pipe went away (as with `head`): nothing is wrong.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return DONE;
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      terminal.say(`${wrongOption(String(error.code), error.message, terminal.language)}\n`);
      return WRONG_USE;
    }
    throw error;
  }
}

/** What is wrong with an option; the parser tells it apart in words only. */
function wrongOption(code: string, message: string, language: Language): string {
  const says = SAYS[language];
  const named = /'([^']+)'/.exec(message)?.[1] ?? '';
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return says.unknownOption(named);
  const option = /--[\w-]+/.exec(named)?.[0] ?? named;
  return message.includes('does not take') ? says.takesNoValue(option) : says.needsValue(option);
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  const name = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--lang');
  const verb = name === undefined ? undefined : Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (name !== undefined && !verb) throw new WrongUse(says.unknownVerb(name));

  const own = Object.fromEntries(
    Object.entries(verb?.options ?? {}).map(([option, { short, flag }]) => [
      option,
      { type: flag ? ('boolean' as const) : ('string' as const), ...(short ? { short } : {}) },
    ]),
  );
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...own, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } },
  });
  if (values.lang !== undefined && !LANGUAGES.some((language) => language === values.lang)) throw new WrongUse(says.wrongOption('lang', LANGUAGES.join(', ')));
  if (values.version) {
    const { readFileSync } = await import('node:fs');
    await terminal.write(`${JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version}\n`);
    return DONE;
  }
  if (!verb || name === undefined) {
    if (values.help) await terminal.write(generalHelp(terminal.language));
    else terminal.say(generalHelp(terminal.language));
    return values.help ? DONE : WRONG_USE;
  }
  if (values.help) {
    await terminal.write(verbHelp(name, terminal.language));
    return DONE;
  }
  const options = Object.fromEntries(Object.entries(values).map(([option, given]) => [option, typeof given === 'boolean' ? 'yes' : given]));
  for (const [option, { values: allowed }] of Object.entries(verb.options)) {
    const given = options[option];
    if (allowed && given !== undefined && !allowed.includes(given)) throw new WrongUse(says.wrongOption(option, allowed.join(', ')));
  }
  const rest = positionals.slice(1);
  const [least, most] = verb.arguments;
  if (rest.length < least || rest.length > most) throw new WrongUse(says.wrongArguments(verb.usage[terminal.language]));
  const { run: perform } = await verb.load();
  return perform(rest, options, terminal);
}
