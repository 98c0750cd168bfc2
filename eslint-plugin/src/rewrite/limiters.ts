// Chooses the limiter that runs a rewrite's iterations, and writes the text that hands them to it.
import type { TSESTree } from '@typescript-eslint/utils';
import intersects from 'semver/ranges/intersects.js';
import minVersion from 'semver/ranges/min-version.js';
import subset from 'semver/ranges/subset.js';
import validRange from 'semver/ranges/valid.js';
import satisfies from 'semver/functions/satisfies.js';
import { moduleStyleOf } from '../facts/imports.js';
import { heldAt } from '../facts/limiters.js';
import { type Manifest, manifestFor } from '../facts/manifest.js';
import type { SourceCode } from '../facts/variables.js';
import { type Limiter, limiters, proposals, requiresModules } from '../knowledge/limiters.js';
import type { Callback } from './draft.js';
import { importedAlready, importedNewly, type Saying, type Wanted } from './imports.js';
import type { Items } from './items.js';
import type { Bound, BoundedForm, Edit, Rewrite } from './model.js';
import type { Names } from './names.js';

/** The file that is rewritten. */
export interface Host {
  /** As ESLint has it. */
  filename: string;
  /** Of the nearest `package.json`. */
  manifest: Manifest | undefined;
}

/** The host for a file by its name, which need not be one on a disk. */
export function hostOf(filename: string): Host {
  return { filename, manifest: manifestFor(filename) };
}

/** A limiter that can be called at a place. */
export interface Tool {
  limiter: Limiter;
  /** What it is called by: its export, or, `held`, the variable that holds one. */
  callee: string;
  held: boolean;
  /** How many it runs at a time, as text. */
  size: string;
  /** The import that it takes. */
  edits: readonly Edit[];
}

/** The limiter that the file or its package has; else the one to be installed, and by which name. */
export interface Tools {
  ready?: Tool;
  proposed?: { tool: Tool; install: string };
}

/** What is asked of a limiter. */
export interface Asked {
  /** How many iterations are to run at a time; a limiter that the file holds has its own. */
  size: number;
  /** Whether a limiter will do. */
  suits: (limiter: Limiter) => boolean;
}

/** The limiters for a place. The name of an import is taken from `names`. */
export function toolsAt(
  source: SourceCode,
  place: TSESTree.Node,
  host: Host,
  names: Names,
  { size, suits }: Asked,
): Tools {
  const suitable = limiters.filter(suits);
  const held = heldAt(source, place);
  if (held && suits(held.limiter))
    return { ready: { limiter: held.limiter, callee: held.variable.name, held: true, size: held.size, edits: [] } };
  const tool = (limiter: Limiter, callee: string, edits: readonly Edit[]): Tool => ({
    limiter,
    callee: limiter.member === undefined ? callee : `${callee}.${limiter.member}`,
    held: false,
    size: String(size),
    edits,
  });
  for (const limiter of suitable) {
    const text = importedAlready(source, wantedOf(limiter));
    if (text !== undefined && isFit(limiter, host)) return { ready: tool(limiter, text, []) };
  }
  const style = moduleStyleOf(source, host.filename, host.manifest);
  if (!style) return {};
  for (const limiter of suitable) {
    const saying = isThere(limiter, host) ? sayingFor(limiter, host, style) : undefined;
    const imported = saying && importedNewly(source, wantedOf(limiter), saying, names);
    if (imported) return { ready: tool(limiter, imported.text, imported.edits) };
  }
  const proposal = proposals.find(({ name }) => suitable.some((limiter) => limiter.package === name));
  const limiter = suitable.find(({ package: name }) => name === proposal?.name);
  if (!proposal || !limiter || host.manifest?.packages.has(proposal.name)) return {};
  const imported = importedNewly(source, wantedOf(limiter), { style, isNamespace: false }, names);
  const install = style === 'import' ? proposal.name : proposal.commonjs;
  return imported ? { proposed: { tool: tool(limiter, imported.text, imported.edits), install } } : {};
}

function wantedOf({ package: name, also = [], exported, inDefault = false, wish }: Limiter): Wanted {
  return { modules: [name, ...also], exported, inDefault, wish };
}

/** Whether the package has the limiter, with its types where they are needed. */
function isThere(limiter: Limiter, host: Host): boolean {
  const { manifest, filename } = host;
  if (!manifest?.packages.has(limiter.package) || !isFit(limiter, host)) return false;
  return typeof limiter.types !== 'object' || !isTypeScript(filename) || manifest.installed.has(limiter.types.from);
}

/** Whether the limiter is called in the way that is known, and with types in a file that has them. */
function isFit(limiter: Limiter, host: Host): boolean {
  return isOfVersion(limiter, host) && !(limiter.types === 'unfit' && isTypeScript(host.filename));
}

/** Whether the version there is called as the limiter is; one that is not known is taken for the latest. */
function isOfVersion({ package: name, versions }: Limiter, { manifest }: Host): boolean {
  const range = rangeOf(manifest?.packages.get(name));
  const lowest = range === undefined ? null : minVersion(range);
  return lowest === null || lowest.version === '0.0.0' ? intersects(versions, '>=1000') : satisfies(lowest, versions);
}

/** The range that a dependency names, without an alias; `undefined` for a tag, an address or a catalog's entry. */
function rangeOf(dependency: string | undefined): string | undefined {
  const range = dependency?.replace(/^(?:npm:.+@|workspace:)/, '');
  return range === undefined || validRange(range) === null || range.trim() === '' ? undefined : range;
}

/** How it is imported; `undefined` where `require` might not load it. */
function sayingFor(limiter: Limiter, { manifest }: Host, style: Saying['style']): Saying | undefined {
  const range = rangeOf(manifest?.packages.get(limiter.package)) ?? '*';
  if (style === 'import' || subset(range, limiter.requirable)) return { style, isNamespace: false };
  const isLoaded =
    manifest?.node !== undefined && validRange(manifest.node) !== null && subset(manifest.node, requiresModules);
  // Of a range with both kinds it is not known what `require` gives.
  return isLoaded && !intersects(range, limiter.requirable) ? { style, isNamespace: true } : undefined;
}

function isTypeScript(filename: string): boolean {
  return /\.[cm]?tsx?$/.test(filename);
}

/** How a tool gathers: a statement that comes first, and the text that gathers. */
export interface Gathering {
  setup?: string;
  gather: (items: Items, callback: Callback) => string;
}

/**
 * The text by which a tool gathers what a body gives for each item.
 * @param combinator what gathers where the tool only delays each call
 */
export function gatheringBy(tool: Tool, host: Host, names: Names, combinator = 'Promise.all'): Gathering {
  const { limiter, callee, held, size } = tool;
  const { handing } = limiter;
  const option = `{ concurrency: ${size} }`;
  switch (handing.by) {
    case 'wrapping': {
      const limit = held ? callee : names.fresh('limit', 'limiter');
      return {
        ...(held ? {} : { setup: `const ${limit} = ${callee}(${size})` }),
        gather: (items, { returns, body }) =>
          `${combinator}(${mapped(items, `${limit}(async ()${returns} => ${body})`)})`,
      };
    }
    case 'queueing': {
      const queue = held ? callee : names.fresh('queue', 'operations');
      const typed =
        isTypeScript(host.filename) && handing.typedOptions !== undefined ? `, ${handing.typedOptions}` : '';
      return {
        ...(held ? {} : { setup: `const ${queue} = new ${callee}(${option})` }),
        gather: (items, { returns, body }) =>
          `${queue}.addAll(${mapped(items, `async ()${returns} => ${body}`)}${typed})`,
      };
    }
    case 'tasks':
      return {
        gather: (items, { returns, body }) => `${callee}(${mapped(items, `async ()${returns} => ${body}`)}, ${option})`,
      };
    case 'mapping':
      return {
        gather: (items, { returns, body }) => {
          const list = listFor(items, handing.takes);
          const callback = `async (${items.parameters})${returns} => ${body}`;
          if (handing.size === 'second') return `${callee}(${list}, ${size}, ${callback})`;
          return `${callee}(${list}, ${callback}, ${handing.size === 'last' ? size : option})`;
        },
      };
  }
}

/** A rewrite through a tool, with the import that this takes. */
export function limitedRewrite(
  tool: Tool,
  edits: readonly Edit[],
  install: string | undefined,
  combinator: Bound['combinator'] = 'all',
): Rewrite<BoundedForm> {
  const { limiter, callee, held, size } = tool;
  return {
    form: install === undefined ? 'limiter' : 'proposed',
    edits: [...tool.edits, ...edits],
    bound: {
      size,
      combinator,
      limiter: held ? callee : limiter.package,
      stops: limiter.stops,
      ...(install === undefined ? {} : { install }),
    },
  };
}

/** The items in the form that a tool can take; an index that it does not tell becomes the item. */
export function itemsFor({ limiter: { handing } }: Tool, items: Items): Items {
  if (handing.by !== 'mapping') return items;
  const takesThem = handing.index && (items.isArray || items.byValue === undefined);
  return takesThem ? items : (items.byValue ?? items);
}

function mapped({ list, isArray, parameters }: Items, value: string): string {
  const callback = `(${parameters}) => ${value}`;
  return isArray ? `${list}.map(${callback})` : `Array.from(${list}, ${callback})`;
}

function listFor({ list, isArray }: Items, takes: 'iterable' | 'array'): string {
  return takes === 'iterable' || isArray ? list : `Array.from(${list})`;
}
