// What a translation has to have; a message without one does not compile.
import type { rules } from '../rules/index.js';

type Rules = typeof rules;

/** Every message of every rule. */
export type Messages = {
  readonly [Rule in keyof Rules]: Readonly<Record<keyof Rules[Rule]['meta']['messages'] & string, string>>;
};

/** Parts of sentences that rules put into their messages, as templates: the English one, and the other. */
export type Phrases = readonly (readonly [english: string, translated: string])[];
