// The guide, as VS Code's own preview of Markdown, in the display language.
import { commands, env, Uri } from 'vscode';
import { localeOf } from '../../eslint-plugin/src/guide/model.js';
import { headings } from './guide.generated.js';

const names = { en: 'guide.md', 'zh-TW': 'guide.zh-TW.md' };

/**
 * Opens the guide.
 * @param extension the extension's folder
 * @param chapter the id of a chapter to begin at
 */
export async function openGuide(extension: Uri, chapter?: string): Promise<void> {
  const locale = localeOf(env.language);
  const guide = Uri.joinPath(extension, 'eslint-plugin', 'docs', names[locale]);
  await commands.executeCommand(
    'markdown.showPreview',
    chapter === undefined ? guide : guide.with({ fragment: headings[locale][chapter] ?? '' }),
  );
}
