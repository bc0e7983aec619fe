/** Words by language: English is always at hand, another language from when its files are loaded. */
import { z } from 'zod';

export const languages = ['en', 'de'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** All of them, this one first: in which a sheet may have been saved by whoever sent it. */
export function languagesFrom(language: Language): Language[] {
  return [language, ...languages.filter((other) => other !== language)];
}

/** Strings and not what English says there, so that another language is an object of the same shape. */
export type Widened<Words> = Words extends string
  ? string
  : Words extends (...given: never[]) => unknown
    ? Words
    : { readonly [Key in keyof Words]: Widened<Words[Key]> };

/** What a translator has to say: every line of it, and no other. */
export type Translation<Words> = Words extends string | ((...given: never[]) => unknown)
  ? Words
  : { readonly [Key in keyof Words]: Translation<Words[Key]> };

export type Catalogue<Words> = {
  /** English until the language is loaded: a page that shows too early shows something. */
  of: (language: Language) => Words;
  add: (language: Exclude<Language, 'en'>, words: Words) => void;
};

/** Pages load one language beside English, the backend all of them: so what is there is not known when this is read. */
export function catalogueOf<Words>(english: Words): Catalogue<Words> {
  const known: Partial<Record<Language, Words>> = { en: english };
  return {
    of: (language) => known[language] ?? english,
    add: (language, words) => {
      known[language] = words;
    },
  };
}

/** The language that comes first among those a person has chosen on the machine, of those Onramp speaks. */
export function spokenOf(tags: readonly string[]): Language {
  const [first] = tags.flatMap((tag) => {
    const [base] = tag.toLowerCase().split(/[-_]/);
    return languages.filter((language) => language === base);
  });
  return first ?? 'en';
}

/** A translated file upon the English one, line by line: English stands in for what nobody has translated yet. */
export function overlay<Words>(english: Words, translated: unknown): Words {
  if (!isObject(english)) return typeof translated === typeof english ? (translated as Words) : english;
  // A list is of whole languages: it may be longer or shorter in another.
  if (Array.isArray(english)) return Array.isArray(translated) ? (translated as Words) : english;
  const given: Record<string, unknown> = isObject(translated) ? translated : {};
  const entries = Object.entries(english).map(([key, words]) => [
    key,
    Object.hasOwn(given, key) ? overlay(words, given[key]) : words,
  ]);
  return Object.fromEntries(entries) as Words;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
