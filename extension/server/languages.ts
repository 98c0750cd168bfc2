// Which documents are linted, and under which file name the linter sees them.
import { lintedExtensions } from '../../eslint-plugin/src/lint/embedded.js';

/** The file ending that stands for each language of an editor, without the dot. */
const extensionOfLanguage: ReadonlyMap<string, string> = new Map([
  ['javascript', 'js'],
  ['javascriptreact', 'jsx'],
  ['typescript', 'ts'],
  ['typescriptreact', 'tsx'],
]);

/**
 * The name under which a document is linted: relative to the innermost of the folders, with the ending
 * of its language where its own ending is not one that is linted (`untitled:Untitled-1`, `Jakefile`).
 * @param uri the document's URI
 * @param languageId the editor's name of the language
 * @param folders URIs of the workspace's folders
 * @returns a relative name with `/`; undefined where the language is not one of Gather's
 */
export function lintedName(uri: string, languageId: string, folders: readonly string[]): string | undefined {
  const extension = extensionOfLanguage.get(languageId);
  if (extension === undefined) return undefined;
  const name = decodeURIComponent(relativeName(uri, folders));
  return hasLintedExtension(name) ? name : `${name}.${extension}`;
}

function relativeName(uri: string, folders: readonly string[]): string {
  const inside = folders
    .map((folder) => (folder.endsWith('/') ? folder : `${folder}/`))
    .filter((folder) => uri.startsWith(folder))
    .map((folder) => uri.slice(folder.length));
  const shortest = inside.sort((a, b) => a.length - b.length)[0];
  return shortest ?? uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1);
}

function hasLintedExtension(name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return lintedExtensions.some((extension) => extension === ending);
}
