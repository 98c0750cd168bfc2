// What a project adds to the names that Gather knows, through a rule's options.
import { type Known, lookUp } from './words.js';

export interface ProjectNames {
  /** Variables and callees that take one operation at a time. */
  serial: readonly Known[];
  /** Callees that wait on purpose. */
  waits: readonly Known[];
  /** Callees that may run concurrently, whatever their names tell otherwise. */
  safe: readonly Known[];
}

/** The names as they stand in the options of a rule; a trailing `*` matches what begins so. */
export interface NameOptions {
  serial?: readonly string[];
  waits?: readonly string[];
  safe?: readonly string[];
}

/** Names of one option, to be looked up. */
export function namesGiven(names: readonly string[] = []): readonly Known[] {
  return names.length > 0 ? [{ names, because: 'named in the options' }] : [];
}

/** Whether a callee as written, or its last name, is among names. */
export function isAmong(names: readonly Known[], callee: string): boolean {
  if (names.length === 0) return false;
  return [callee, callee.split('.').at(-1) ?? ''].some((name) => lookUp(names, name) !== undefined);
}

const none: ProjectNames = { serial: [], waits: [], safe: [] };
const made = new WeakMap<NameOptions, ProjectNames>();

/** The names of a rule's options; the same object for the same options. */
export function projectNames(options: NameOptions = {}): ProjectNames {
  if (!options.serial?.length && !options.waits?.length && !options.safe?.length) return none;
  let names = made.get(options);
  if (!names) {
    const group = (given: readonly string[] | undefined, because: string): Known[] => [{ names: given ?? [], because }];
    names = {
      serial: group(options.serial, 'named in the options as taking one operation at a time'),
      waits: group(options.waits, 'is named in the options as waiting on purpose'),
      safe: group(options.safe, 'is named in the options as safe'),
    };
    made.set(options, names);
  }
  return names;
}
