// Compiles texts under `strict`, as if they stood in a folder of this package.
import { join } from 'node:path';
import ts from 'typescript';
import { limiters } from '../../../eslint-plugin/src/knowledge/limiters.js';
import { offersIn, type RuleName } from './project.js';

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  esModuleInterop: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  skipLibCheck: true,
  types: ['node'],
  noEmit: true,
};

/** Where the texts are as if they stood: packages are found from here. */
export const folder = join(import.meta.dirname, 'virtual');

/** The compiler's errors for each text, by the text's name. */
export function errorsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => texts.has(name) || disk.fileExists(name),
    readFile: (name) => texts.get(name) ?? disk.readFile(name),
    getSourceFile(name, version) {
      const text = texts.get(name);
      return text === undefined ? disk.getSourceFile(name, version) : ts.createSourceFile(name, text, version);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map(
    [...texts.keys()].map((name) => [
      name,
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(name))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  );
}

/** The limiters that have types. */
export const packages = [
  ...new Set(limiters.filter(({ types }) => types !== 'unfit').map((limiter) => limiter.package)),
];
const types = limiters.flatMap((limiter) => (typeof limiter.types === 'object' ? limiter.types.from : []));

/** The texts in which a limiter bounds what a rule reports first. */
export function limitedFor(code: string, limiter: string, rule?: RuleName): string[] {
  const dependencies = Object.fromEntries([limiter, ...types].map((name) => [name, '*']));
  return offersIn({ manifest: { name: 'app', dependencies }, file: 'a.ts' }, code, rule)
    .filter(({ id }) => id === 'gatherLimited')
    .map(({ text }) => text);
}
