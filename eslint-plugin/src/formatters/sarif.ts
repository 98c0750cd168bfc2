// SARIF 2.1.0, with what GitHub's code scanning asks for: help for each rule, fixes, fingerprints that outlive a move.
// See https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and GitHub's 'SARIF support for code scanning'.
import { createHash } from 'node:crypto';
import type { Linter } from 'eslint';
import type { ArtifactLocation, Fix, Location, Region, ReportingDescriptor, Result } from 'sarif';
import { chapterForRule, type Locale } from '../guide/index.js';
import { evidenceIn } from '../rules/evidence.js';
import { ruleOf } from '../rules/rule-id.js';
import { evidenceWords } from './evidence.js';
import { hasLine, reporterOf } from './kinds.js';
import { changesOf } from './offers.js';
import { Lines, reportPath, type Span, squeezed } from './places.js';
import { repositoryOf } from './repository.js';
import type { FileResult, FormatContext } from './result.js';
import { type Level, logOf, type Part, root, uriOf } from './sarif-log.js';

/** Formats findings as a log of one run, errors first where there are more than GitHub takes. */
export default function sarif(results: readonly FileResult[], context: FormatContext): string {
  const repository = repositoryOf(context.cwd);
  return logOf(
    results.map((result) => readFile(result, repository, context)),
    (id, level) => descriptor(id, level, context),
  );
}

/** What a rule says of itself; Gather's own with the chapter of the guide that explains them. */
function descriptor(id: string, level: Level, { rulesMeta, locale }: FormatContext): ReportingDescriptor {
  const docs = rulesMeta?.[id]?.docs;
  const summary = docs?.description ?? id;
  const rule = ruleOf(id);
  // A comment may name a rule that is not there.
  const chapter = docs === undefined || rule === undefined ? undefined : chapterForRule(rule, locale);
  const more = docs?.url === undefined ? '' : `\n\n[Documentation](${docs.url})`;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: chapter ? `${summary}: ${chapter.title}` : summary },
    ...(docs?.url !== undefined && { helpUri: docs.url }),
    help: {
      text: docs?.url === undefined ? summary : `${summary}. See ${docs.url}`,
      markdown: (chapter?.markdown ?? summary) + more,
    },
    defaultConfiguration: { level },
    properties: {
      tags: [id.includes('/') ? (id.split('/')[0] ?? '') : 'eslint'],
      precision: 'high',
      'problem.severity': level,
    },
  };
}

/** The findings of one file; what kept it from being linted is told as a notification. */
function readFile(result: FileResult, repository: string | undefined, { cwd, locale = 'en' }: FormatContext): Part {
  const uri = uriOf(reportPath(result.filePath, repository ?? cwd));
  const file: File = {
    path: result.filePath,
    artifact: { uri, ...(repository !== undefined && { uriBaseId: root }) },
    lines: result.source === undefined ? undefined : new Lines(result.source),
    seen: new Map(),
    locale,
  };
  return {
    findings: result.messages.flatMap((message) => {
      const reporter = reporterOf(message);
      return reporter === undefined ? [] : finding(message, reporter, file);
    }),
    notifications: result.messages
      .filter((message) => reporterOf(message) === undefined)
      .map((message) => ({
        level: message.severity === 2 ? 'error' : 'warning',
        message: { text: message.message },
        locations: [{ physicalLocation: physical(file, message) }],
      })),
    isComplete: !result.messages.some(({ fatal }) => fatal),
  };
}

interface File {
  /** As ESLint names it. */
  path: string;
  artifact: ArtifactLocation;
  lines: Lines | undefined;
  /** How often each fingerprint came up so far. */
  seen: Map<string, number>;
  /** The language of what is said of places. */
  locale: Locale;
}

function finding(message: Linter.LintMessage, ruleId: string, file: File): Result {
  const fixes = fixesOf(message, file);
  const relatedLocations = evidenceOf(message, file);
  return {
    ruleId,
    level: message.severity === 2 ? 'error' : 'warning',
    message: { text: message.message },
    locations: [{ physicalLocation: physical(file, message) }],
    partialFingerprints: { primaryLocationLineHash: fingerprint(message, ruleId, file) },
    ...(relatedLocations.length > 0 && { relatedLocations }),
    ...(fixes.length > 0 && { fixes }),
  };
}

function physical({ artifact, lines }: File, message: Linter.LintMessage) {
  return {
    artifactLocation: artifact,
    ...(hasLine(message) && {
      region: lines ? regionOf(lines.spanOf(message), lines) : { startLine: message.line },
    }),
  };
}

function regionOf([start, end]: Span, lines: Lines): Region {
  const [from, to] = [lines.at(start), lines.at(end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** The places that prove a finding of Gather's. */
function evidenceOf(message: Linter.LintMessage, { path, artifact, lines, locale }: File): Location[] {
  if (!lines) return [];
  return evidenceIn(message, path).map(({ note, range }, index) => ({
    id: index + 1,
    message: { text: evidenceWords[locale][note] },
    physicalLocation: { artifactLocation: artifact, region: regionOf(range, lines) },
  }));
}

function fixesOf(message: Linter.LintMessage, { artifact, lines }: File): Fix[] {
  if (!lines) return [];
  return changesOf(message, lines).map(({ title, near, above }) => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifact,
        replacements: [...above, ...(near ? [near] : [])].map(({ span, text }) => ({
          deletedRegion: regionOf(span, lines),
          insertedContent: { text },
        })),
      },
    ],
  }));
}

/**
 * What tells a finding from all others of its file and stays when lines above it come or go: its rule and the code that
 * it is about, with a number where the same code stands there twice.
 */
function fingerprint(message: Linter.LintMessage, ruleId: string, { lines, seen }: File): string {
  const code = lines ? squeezed(lines.text.slice(...lines.whole(lines.spanOf(message)))) : message.message;
  const hash = createHash('sha256').update(`${ruleId}\n${code}`).digest('hex').slice(0, 16);
  const count = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, count);
  return `${hash}:${String(count)}`;
}
