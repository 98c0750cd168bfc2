// Calls that take the type of their result from where it goes, as those of `load<T>(): Promise<T>` do.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from './functions.js';
import { landmarksOf } from './landmarks.js';
import { bare, bareAwaited, type FunctionNode, isFunction, soleValueOf } from './syntax.js';
import { declarationOf } from './types.js';
import { oncePerFile, type SourceCode, variableOf } from './variables.js';

/** The callees that the file gives type arguments somewhere, as text. */
const toldCallees = oncePerFile((source) => {
  const told = landmarksOf(source).calls.filter((call) => call.typeArguments);
  return new Set(told.map(({ callee }) => source.getText(callee)));
});

/** Whether a call takes its type from where its result goes, as far as the file or a checker tells. */
export function takesType(source: SourceCode, node: TSESTree.Node): boolean {
  const call = bare(node);
  if (call.type !== 'CallExpression' || call.typeArguments) return false;
  if (toldCallees(source).has(source.getText(call.callee))) return true;
  const called = declaredFunction(source, call.callee);
  if (called)
    return hasOwnType(
      (called.typeParameters?.params ?? []).map((parameter) => source.getText(parameter)),
      called.params.map((parameter) => source.getText(parameter)),
    );
  const { typeParameters = [], parameters = [] } = declarationOf(source, call) ?? {};
  return hasOwnType(
    typeParameters.map((parameter) => parameter.getText()),
    parameters.map((parameter) => parameter.getText()),
  );
}

/** The function of this file that a callee names, also one that is only declared. */
function declaredFunction(
  source: SourceCode,
  callee: TSESTree.Node,
): FunctionNode | TSESTree.TSDeclareFunction | undefined {
  const declared = variableOf(source, bare(callee))?.defs[0]?.node;
  return declared?.type === 'TSDeclareFunction' ? declared : localFunction(source, callee);
}

/** The type that is written down for what the promise of a callback gives, or of the function that it hands on to. */
export function writtenType(source: SourceCode, callback: TSESTree.Node): string | undefined {
  const value = isFunction(callback) ? soleValueOf(callback) : undefined;
  const call = value && bareAwaited(value);
  return givenType(source, callback) ?? (call?.type === 'CallExpression' ? givenType(source, call.callee) : undefined);
}

/** What stands between the brackets of a function's `Promise<…>`: of one whose types are seen where its name is. */
function givenType(source: SourceCode, callee: TSESTree.Node): string | undefined {
  const isNear = isFunction(callee) || callee.type === 'Identifier';
  const fn = isNear ? declaredFunction(source, callee) : undefined;
  const type = fn?.returnType?.typeAnnotation;
  if (fn?.typeParameters || type?.type !== 'TSTypeReference' || source.getText(type.typeName) !== 'Promise')
    return undefined;
  const [given] = type.typeArguments?.params ?? [];
  return given && source.getText(given);
}

/** Whether a type parameter is named by none of the parameters, so that no argument tells what it is. */
function hasOwnType(types: readonly string[], parameters: readonly string[]): boolean {
  const named = new Set(parameters.flatMap(wordsIn));
  return types.some((type) => !named.has(wordsIn(type).find((word) => word !== 'const') ?? ''));
}

function wordsIn(text: string): string[] {
  return text.match(/[\w$]+/gu) ?? [];
}
