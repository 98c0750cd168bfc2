// Merges reports in SARIF that were made apart, such as one for each package of a monorepo, into the one that a single
// run over all of them would have made.
import { posix } from 'node:path';
import type { ArtifactLocation, Log, ReportingDescriptor, Result, Run } from 'sarif';
import { logOf, type Part, root, uriOf } from './sarif-log.js';

/** A report, as the formatter wrote it. */
export interface Report {
  /** Where it was made, with `/`: `packages/a`. Paths in a report that was made in no repository begin there. */
  folder: string;
  text: string;
}

/**
 * Merges reports, in whatever order they come.
 * @returns the text of one report, its paths from the root of the repository
 * @throws when a text is no report, with its folder
 */
export default function mergeSarif(reports: readonly Report[]): string {
  const runs = reports.flatMap(runsOf);
  const described = runs.flatMap(({ tool }) => tool.driver.rules ?? []);
  const rules = new Map(described.map((rule) => [rule.id, rule]));
  const findings = runs.flatMap(({ results = [] }) => results);
  const invocations = runs.flatMap((run) => run.invocations ?? []);
  const notifications = invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications);
  const whole: Part = {
    findings: findings.sort(byPath),
    notifications: notifications.sort(byPath),
    isComplete: invocations.every(({ executionSuccessful }) => executionSuccessful),
  };
  return logOf([whole], (id, level) => {
    const rule: ReportingDescriptor = rules.get(id) ?? { id };
    const properties = { ...rule.properties, 'problem.severity': level };
    return { ...rule, defaultConfiguration: { level }, properties };
  });
}

/** The runs of a report, with paths from the root of the repository. */
function runsOf({ folder, text }: Report): Run[] {
  const fromRoot = (key: string, value: unknown): unknown => {
    if (key !== 'artifactLocation') return value;
    const { uri = '', uriBaseId } = value as ArtifactLocation;
    return uriBaseId === root ? value : { uri: posix.join(uriOf(folder), uri) };
  };
  try {
    const { runs } = JSON.parse(text, fromRoot) as Partial<Log>;
    if (runs) return runs;
  } catch {
    // Told below.
  }
  throw new Error(`What is given as the report of "${folder}" is none.`);
}

/** In the order in which files are linted. */
function byPath(a: Pick<Result, 'locations'>, b: Pick<Result, 'locations'>): number {
  const [one, other] = [pathOf(a), pathOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function pathOf({ locations: [location] = [] }: Pick<Result, 'locations'>): string {
  return decodeURIComponent(location?.physicalLocation?.artifactLocation?.uri ?? '');
}
