// What the client and the server say to each other beyond the Language Server Protocol. Any other client may do without:
// the server then lints by the recommended rules, and shows all it finds.

/** The notification of the client that its environment has changed; the first one comes with `initialize`. */
export const environmentChanged = 'gather/environment';

/** What the editor tells the server beside texts: whether code of the workspace may run, and who else shows findings. */
export interface Environment {
  /** Whether the workspace's own ESLint and configuration may be loaded. An editor that says nothing does not want it. */
  trusted: boolean;
  /** Whether another extension shows what the workspace's ESLint finds. */
  eslintShown: boolean;
  /** When diagnostics are given: always, never, or where nobody else shows the same. */
  diagnostics: 'auto' | 'always' | 'never';
  /** The language of findings and hovers, as a tag of BCP 47. */
  locale: string;
  /** Whether `source.fixAll.gather` rewrites all findings. */
  fixAll: boolean;
  /** Whether the editor has the commands below. */
  commands: boolean;
  /** The colours in which hovers show pictures; `none` in an editor that shows none. */
  pictures: 'light' | 'dark' | 'none';
}

/** The command that asks for a reason and silences a finding by a comment, with a `Silencing`. */
export const silenceCommand = 'gather.silence';

/** The command that opens the guide, with a chapter's id. */
export const guideCommand = 'gather.openGuide';

/** A comment to be put into a document; `{reason}` stands where the reason goes. */
export interface Silencing {
  uri: string;
  /** 0-based. */
  line: number;
  text: string;
}

/** The notification of the server after each run on an open document. */
export const lintStatus = 'gather/status';

/** How the last run on a document went. */
export interface LintStatus {
  uri: string;
  /**
   * `unreadable` while the text cannot be parsed, as in the middle of typing; `skipped` where it is too long; `deferred`
   * to when it is saved, where it took too long before.
   */
  state: 'linted' | 'unreadable' | 'skipped' | 'deferred';
  /** Whose rules they were; `none` for a document that is not linted. */
  rules: 'project' | 'recommended' | 'none';
  /** How long it took, in whole milliseconds. */
  milliseconds: number;
  /** Where the project's configuration cannot be loaded: its absolute path, and the error. */
  broken?: string;
}

/** The request to lint a whole workspace, with `ScanParams`, answered by a `ScanResult`. */
export const scanRequest = 'gather/scan';

export interface ScanParams {
  /** Absolute paths. */
  folders: string[];
}

/** What a scan came to. */
export interface ScanResult {
  files: number;
  findings: number;
  cancelled: boolean;
}

/** The notification of the server while it scans. */
export const scanProgress = 'gather/scanProgress';

/** How many files are done, and how many there are. */
export interface ScanProgress {
  done: number;
  total: number;
}
