// Merges reports in SARIF that were made apart, such as one for each package of a monorepo, into the one that a single
// run over all of them would have made.
import type { ArtifactLocation, Log, ReportingDescriptor, Result, Run } from 'sarif';
import { logOf, type Part } from './sarif-log.js';

/** A report, as the formatter wrote it. */
export interface Report {
  /** Where it was made, from the root of the repository, with `/`: `packages/a`; empty at the root itself. */
  folder: string;
  text: string;
}

/**
 * Merges reports, in whatever order they come.
 * @returns the text of one report, its paths from the root of the repository
 * @throws when a text is not JSON
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
  const prefix = folder === '' ? '' : `${folder.split('/').map(encodeURIComponent).join('/')}/`;
  const fromRoot = (key: string, value: unknown): unknown =>
    key === 'artifactLocation'
      ? { ...(value as ArtifactLocation), uri: prefix + String((value as ArtifactLocation).uri) }
      : value;
  return (JSON.parse(text, fromRoot) as Log).runs;
}

/** In the order in which files are linted. */
function byPath(a: Pick<Result, 'locations'>, b: Pick<Result, 'locations'>): number {
  const [one, other] = [pathOf(a), pathOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function pathOf({ locations: [location] = [] }: Pick<Result, 'locations'>): string {
  return decodeURIComponent(location?.physicalLocation?.artifactLocation?.uri ?? '');
}
