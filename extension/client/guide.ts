// The guide, as VS Code's own preview of Markdown, in the display language.
import { commands, env, Uri } from 'vscode';

/**
 * Opens the guide.
 * @param extension the extension's folder
 * @param chapter the id of a chapter to begin at
 */
export async function openGuide(extension: Uri, chapter?: string): Promise<void> {
  const name = /^zh-(?:tw|hk|hant)/iu.test(env.language) ? 'guide.zh-TW.md' : 'guide.md';
  const guide = Uri.joinPath(extension, 'eslint-plugin', 'docs', name);
  await commands.executeCommand(
    'markdown.showPreview',
    chapter === undefined ? guide : guide.with({ fragment: chapter }),
  );
}
