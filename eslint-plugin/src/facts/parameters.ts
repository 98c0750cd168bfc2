// A function's parameters as roots of their own, and its steps as a caller sees them: the arguments in their place.
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallStep, Path, Place, Step } from './model.js';
import { type Frame, pathThrough } from './paths.js';
import { isUnshared, mapLeaves } from './steps.js';
import { argumentsOf, bare, calleeOf, type CallNode, type FunctionNode, propertyName } from './syntax.js';
import { type SourceCode, type Variable, variableOf } from './variables.js';

const prefix = 'parameter ';

/** The root that stands for the k-th parameter until a call replaces it. */
function parameterRoot(local: FunctionNode, index: number): string {
  return `${prefix}${String(index)} of ${String(local.range[0])}`;
}

/** Whether what a path leads to depends on the call: it begins at a parameter or at the receiver. */
export function isHanded({ root }: Path): boolean {
  return root === 'this' || root.startsWith(prefix);
}

/** The variables that a function's parameters declare, each with its path. */
export function parametersOf(source: SourceCode, local: FunctionNode): Map<Variable, Path> {
  const paths = new Map<Variable, Path>();
  const add = (pattern: TSESTree.Node, path: Path): void => {
    if (pattern.type === 'AssignmentPattern') add(pattern.left, path);
    if (pattern.type === 'TSParameterProperty') add(pattern.parameter, path);
    const variable = pattern.type === 'Identifier' ? variableOf(source, pattern) : undefined;
    if (variable) paths.set(variable, { ...path, text: variable.name });
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type !== 'Property') continue;
      const name = propertyName(property);
      add(property.value, { ...path, keys: [...path.keys, name === undefined ? '[*]' : `.${name}`] });
    }
  };
  local.params.forEach((parameter, index) => add(parameter, { root: parameterRoot(local, index), text: '', keys: [] }));
  return paths;
}

/** From a path in the called function to the caller's, or to `undefined` where it is private to the caller's run. */
export type ToCaller = (path: Path) => Path | undefined;

/** How the paths of `local` look to whoever makes `call` in `frame`. */
export function toCaller(frame: Frame, local: FunctionNode, call: CallNode): ToCaller {
  const handed = new Map(argumentsOf(call).map((argument, index) => [parameterRoot(local, index), argument]));
  const own = new Set([...frame.parameters.values()].map(({ root }) => root));
  const known = new Map<string, Path | undefined>();
  const follow = (path: Path): Path | undefined => {
    const argument = handed.get(path.root);
    if (argument) return argument.type === 'SpreadElement' ? undefined : pathThrough(frame, argument, path.keys);
    if (path.root === 'this') return ofReceiver(frame, call, path);
    if (path.root.startsWith(prefix)) return own.has(path.root) ? path : undefined;
    return isDeclaredIn(frame.region, path) ? undefined : path;
  };
  // A function names its parameters again and again.
  return (path) => {
    if (!isHanded(path)) return follow(path);
    const key = path.root + path.keys.join(' ');
    if (!known.has(key)) known.set(key, follow(path));
    return known.get(key);
  };
}

function isDeclaredIn(region: TSESTree.Node, { root }: Path): boolean {
  const at = root.lastIndexOf('@');
  const declaredAt = at < 0 ? -1 : Number(root.slice(at + 1));
  return declaredAt >= region.range[0] && declaredAt < region.range[1];
}

/** What the called method knows as `this`: the object that it is called on. */
function ofReceiver(frame: Frame, call: CallNode, path: Path): Path | undefined {
  const callee = bare(calleeOf(call));
  const receiver = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  if (!receiver || receiver.type === 'ThisExpression' || receiver.type === 'Super') return path;
  return pathThrough(frame, receiver, path.keys);
}

/**
 * The steps as the caller sees them, without what is private to its run.
 * @param by the call, where the function is done with them when it returns
 */
export function asCalled(steps: readonly Step[], map: ToCaller, by?: Place): readonly Step[] {
  return mapLeaves(steps, (step) => {
    if (step.kind === 'call') return [withResources(step, map)];
    if (step.kind !== 'read' && step.kind !== 'write') return [step];
    const path = map(step.path);
    if (!path) return [];
    if (path === step.path && step.within) return [step];
    const { by: _before, ...rest } = step;
    return [by && !step.within ? { ...rest, path, by } : { ...rest, path, within: true }];
  });
}

function withResources(step: CallStep, map: ToCaller): CallStep {
  if (!step.operation.traits.some(({ resource }) => resource)) return step;
  const traits = step.operation.traits.flatMap((trait) => {
    if (!trait.resource) return [trait];
    const resource = map(trait.resource);
    // What belongs to the item is no other iteration's.
    return resource && !resource.keys.some(isUnshared) ? [{ ...trait, resource }] : [];
  });
  return { ...step, within: true, operation: { ...step.operation, traits } };
}
