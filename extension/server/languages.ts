// Which documents are linted, and under which file name the linter sees them.
import { fileURLToPath } from 'node:url';
import { extensionsFor } from '../../eslint-plugin/src/lint/extensions.js';

/** The file ending that stands for each language of an editor, without the dot. */
const extensionOfLanguage: ReadonlyMap<string, string> = new Map([
  ['javascript', 'js'],
  ['javascriptreact', 'jsx'],
  ['typescript', 'ts'],
  ['typescriptreact', 'tsx'],
  ['vue', 'vue'],
  ['svelte', 'svelte'],
  ['astro', 'astro'],
]);

/**
 * The name under which a document is linted: its path, with the ending of its language where its own is not
 * one that is linted (`untitled:Untitled-1`, `Jakefile`).
 * @param uri the document's URI
 * @param languageId the editor's name of the language
 * @returns undefined where the language is not one of Gather's, and in installed packages, whose code is not
 *   the reader's to change
 * @throws when the URI is none, or names a file that this system cannot have
 */
export function lintedName(uri: string, languageId: string): string | undefined {
  const extension = extensionOfLanguage.get(languageId);
  if (extension === undefined) return undefined;
  const url = new URL(uri);
  const name = url.protocol === 'file:' ? fileURLToPath(url) : decodeURIComponent(url.pathname);
  if (/[\\/]node_modules[\\/]/.test(name)) return undefined;
  return hasLintedExtension(name) ? name : `${name}.${extension}`;
}

function hasLintedExtension(name: string): boolean {
  return extensionsFor(true).some((extension) => name.endsWith(`.${extension}`));
}
