// What the server has to know of VS Code: trust, settings, language and colours, and whether ESLint's extension shows
// the same findings.
import { ColorThemeKind, type Disposable, Disposable as Disposables, env, extensions, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type Environment, environmentChanged } from '../protocol.js';

const eslintExtension = 'dbaeumer.vscode-eslint';

const lightThemes: ReadonlySet<ColorThemeKind> = new Set([ColorThemeKind.Light, ColorThemeKind.HighContrastLight]);

/** The environment as it is now. */
export function environment(): Environment {
  return {
    trusted: workspace.isTrusted,
    eslintShown:
      extensions.getExtension(eslintExtension) !== undefined &&
      workspace.getConfiguration('eslint').get<boolean>('enable', true),
    diagnostics: workspace.getConfiguration('gather').get<Environment['diagnostics']>('diagnostics', 'auto'),
    locale: env.language,
    fixAll: workspace.getConfiguration('gather').get<boolean>('fixAll', false),
    commands: true,
    pictures: lightThemes.has(window.activeColorTheme.kind) ? 'light' : 'dark',
  };
}

/** Tells the server whenever the environment changes. */
export function watchEnvironment(client: LanguageClient): Disposable {
  const tell = (): void => {
    client.sendNotification(environmentChanged, environment()).catch((error: unknown) => {
      client.warn(String(error));
    });
  };
  return Disposables.from(
    workspace.onDidGrantWorkspaceTrust(tell),
    extensions.onDidChange(tell),
    window.onDidChangeActiveColorTheme(tell),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('gather') || change.affectsConfiguration('eslint.enable')) tell();
    }),
  );
}
