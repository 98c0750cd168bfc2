// The language in which the command speaks, and its complaints in it.
import { type Locale, localeOf } from '../guide/model.js';
import { phraseOf } from '../locale/template.js';
import { complaints } from './complaints.zh-tw.js';

/** The language that is asked for by an option, or as POSIX has it by the environment, where an empty variable is none. */
export function localeFor(asked: Locale | undefined): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return asked ?? localeOf([LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '');
}

/** Writes complaints, which are made in English, to the standard error in a language. */
export function complain(lines: string, locale: Locale): void {
  process.stderr.write(locale === 'en' ? lines : lines.replace(/.+/gu, (line) => phraseOf(line, complaints)));
}
