// A SARIF log of one run out of its parts: the findings of each file, or of each report that is merged.
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';

/** Stands for the root of the repository, wherever it is checked out; what is not below it is below the working directory. */
export const root = '%SRCROOT%';

/** A path with `/` as a URI. */
export function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

export type Level = 'error' | 'warning';

/** What was found in one or more files, what else is to be told of them, and whether all could be linted. */
export interface Part {
  findings: readonly Result[];
  notifications: readonly Notification[];
  isComplete: boolean;
}

/** GitHub takes so many results of a run. */
const maxResults = 25_000;

/**
 * The text of a log, with errors first where there are more findings than GitHub takes.
 * @param describe what a rule says of itself, with its worst level in this run
 */
export function logOf(parts: readonly Part[], describe: (id: string, level: Level) => ReportingDescriptor): string {
  const findings = parts.flatMap((part) => part.findings);
  const sorted = findings.toSorted((a, b) => rank(a) - rank(b));
  const kept = new Set(sorted.slice(0, maxResults));
  const notifications = parts.flatMap((part) => part.notifications);
  const left = findings.length - kept.size;
  const ids = [...new Set(findings.flatMap(({ ruleId }) => ruleId ?? []))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ESLint',
            informationUri: 'https://eslint.org',
            rules: ids.map((id) => describe(id, levelOf(id, sorted))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: parts.every(({ isComplete }) => isComplete),
            toolExecutionNotifications: [...notifications, ...(left > 0 ? [truncated(left)] : [])],
          },
        ],
        results: findings
          .filter((finding) => kept.has(finding))
          .map((finding) => ({ ...finding, ruleIndex: ids.indexOf(finding.ruleId ?? '') })),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

/** The level that a rule has in this run: its worst one. */
function levelOf(id: string, sorted: readonly Result[]): Level {
  return sorted.find(({ ruleId }) => ruleId === id)?.level === 'error' ? 'error' : 'warning';
}

function rank({ level }: Result): number {
  return level === 'error' ? 0 : 1;
}

function truncated(left: number): Notification {
  return {
    level: 'warning',
    message: {
      text: `${String(left)} more findings are left out, the least severe ones: a run may hold ${String(maxResults)}.`,
    },
  };
}
