// The names of the rules as configurations and reports have them: behind the plugin's.

/** What stands before the rules' names. */
export const namespace = 'gather';

/** A rule's name as reports have it. */
export function idOf(rule: string): string {
  return `${namespace}/${rule}`;
}

/** The rule that an id of a report names, without the plugin's name; `undefined` for a rule of another plugin, or none. */
export function ruleOf(id: string | null | undefined): string | undefined {
  return id?.startsWith(`${namespace}/`) === true ? id.slice(namespace.length + 1) : undefined;
}
