// What a report of a bug needs to know, without a path or a name of the workspace.
import { env, extensions, version, workspace } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { environment } from './environment.js';

/** Versions, settings and states, as lines of Markdown. */
export function debugInformation(client: LanguageClient): string {
  const { trusted, eslintShown, diagnostics } = environment();
  const facts: Record<string, unknown> = {
    Gather: versionOf('gather.gather'),
    'VS Code': `${version} (${env.uiKind === 2 ? 'web' : 'desktop'}${env.remoteName === undefined ? '' : `, ${env.remoteName}`})`,
    'display language': env.language,
    system: `${process.platform} ${process.arch}, Node.js ${process.versions.node}`,
    server: State[client.state],
    trusted,
    'gather.diagnostics': diagnostics,
    'ESLint extension': versionOf('dbaeumer.vscode-eslint'),
    'shows the same': eslintShown,
    folders: workspace.workspaceFolders?.length ?? 0,
  };
  return Object.entries(facts)
    .map(([name, value]) => `- ${name}: ${String(value)}\n`)
    .join('');
}

/** The version of an extension, if it is there. */
function versionOf(id: string): string {
  const manifest = extensions.getExtension(id)?.packageJSON as { version?: string } | undefined;
  return manifest?.version ?? 'none';
}
