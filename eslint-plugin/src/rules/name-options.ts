// The options by which a project adds to the names that Gather knows; the same for every rule that reasons by names.
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';

/** A list of names in a rule's options, by what they are for. */
export function names(description: string): JSONSchema4 {
  return { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true, description };
}

/** The properties of the options' schema. */
export const nameOptions = {
  serial: names(
    'Variables and functions that take one operation at a time. A trailing `*` matches every name that begins so.',
  ),
  waits: names('Functions that wait on purpose. A trailing `*` matches every name that begins so.'),
  safe: names(
    'Functions that may run concurrently, whatever their names tell. A trailing `*` matches every name that begins so.',
  ),
} as const satisfies Record<string, JSONSchema4>;
