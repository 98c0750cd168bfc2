// Follows which folders the editor has open.
import type { Connection, InitializeParams } from 'vscode-languageserver/node';

/** The URIs of the open folders, kept up to date by the editor. */
export class WorkspaceFolders {
  private uris = new Set<string>();
  private follows = false;

  /** The URIs of the folders that are open now. */
  get current(): readonly string[] {
    return [...this.uris];
  }

  /** Takes what the editor says of itself at the start. */
  initialize({ workspaceFolders, capabilities }: InitializeParams): void {
    this.uris = new Set(workspaceFolders?.map(({ uri }) => uri));
    this.follows = capabilities.workspace?.workspaceFolders === true;
  }

  /** Starts to follow; the protocol allows it once the connection is initialized. */
  follow(connection: Connection): void {
    if (!this.follows) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) this.uris.delete(uri);
      for (const { uri } of added) this.uris.add(uri);
    });
  }
}
