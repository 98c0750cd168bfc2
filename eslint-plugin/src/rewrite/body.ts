// The body of a loop as the body of a callback: what can go along, and the edits that it needs.
import type { TSESTree } from '@typescript-eslint/utils';
import { hasNode, isFunction, isLoop, type LoopNode, walk } from '../facts/syntax.js';
import { isInside, isPrivateTo, type SourceCode, type Variable, variableOf } from '../facts/variables.js';
import type { Edit, WhyNot } from './model.js';
import { goesOn } from './text.js';

/** The statements of a body, with or without braces. */
export function statementsOf(body: TSESTree.Statement): TSESTree.Statement[] {
  return body.type === 'BlockStatement' ? body.body : [body];
}

/** What in the body would mean something else, or nothing, inside a callback. */
export function obstacleIn(source: SourceCode, loop: LoopNode): WhyNot | undefined {
  let why: WhyNot | undefined;
  const visit = (node: TSESTree.Node, nested: boolean): void => {
    walk(node, source.visitorKeys, (inner) => {
      if (
        inner.type === 'Identifier' &&
        inner.name === 'arguments' &&
        variableOf(source, inner)?.identifiers.length !== 1
      )
        why ??= 'arguments';
      if (inner.type === 'VariableDeclaration' && inner.kind === 'var' && !nested && !isPrivateVar(source, inner, loop))
        why ??= 'hoisted';
      if ((inner.type === 'ReturnStatement' && !nested) || inner.type === 'YieldExpression') why ??= 'entangled';
      if (!isFunction(inner)) return true;
      // `arguments` of an arrow function is that of the function around it.
      if (inner.type === 'ArrowFunctionExpression') visit(inner.body, true);
      return false;
    });
  };
  visit(loop.body, false);
  return why;
}

function isPrivateVar(source: SourceCode, node: TSESTree.VariableDeclaration, loop: LoopNode): boolean {
  return node.declarations.every((declarator) =>
    source.getDeclaredVariables(declarator).every((variable) => isPrivateTo(variable, loop)),
  );
}

/** The name that a loop is labelled with. */
export function labelOf({ parent }: LoopNode): string | undefined {
  return parent.type === 'LabeledStatement' ? parent.label.name : undefined;
}

/** The `continue`s that end this iteration, below a node; by the loop's label too. */
export function continuesIn(source: SourceCode, node: TSESTree.Node, label?: string): TSESTree.ContinueStatement[] {
  const found: TSESTree.ContinueStatement[] = [];
  const visit = (current: TSESTree.Node, nested: boolean): void => {
    walk(current, source.visitorKeys, (inner) => {
      if (isFunction(inner)) return false;
      if (inner !== current && isLoop(inner)) {
        visit(inner, true);
        return false;
      }
      if (inner.type === 'ContinueStatement' && (inner.label ? inner.label.name === label : !nested)) found.push(inner);
      return true;
    });
  };
  visit(node, isLoop(node));
  return found;
}

/** The `continue`s of a loop that end its iteration. */
export function continuesOf(source: SourceCode, loop: LoopNode): TSESTree.ContinueStatement[] {
  return continuesIn(source, loop.body, labelOf(loop));
}

/** Edits that leave the callback where the loop went on to the next item. */
export function continuesAsReturns(
  source: SourceCode,
  continues: readonly TSESTree.ContinueStatement[],
  value: string,
): Edit[] {
  return continues.map((node) => {
    const [start] = node.range;
    const range = [start, node.label?.range[1] ?? start + 'continue'.length] as const;
    if (value === '') return { range, text: 'return' };
    const next = source.getTokenAfter(node);
    const goesWrong = next !== null && goesOn(next.value) && source.getLastToken(node)?.value !== ';';
    return { range, text: `return ${value}${goesWrong ? ';' : ''}` };
  });
}

/** The variables of `candidates`, or declared by `statements`, that `users` name outside of `except`, in the order of their declaration. */
export function variablesUsedIn(
  source: SourceCode,
  declarers: readonly TSESTree.Statement[],
  candidates: readonly Variable[],
  users: readonly TSESTree.Node[],
  except: readonly TSESTree.Node[],
): Variable[] {
  const declared = declarers.flatMap((statement) => declaredBy(source, statement));
  const isUsed = (variable: Variable): boolean =>
    variable.references.some(
      ({ identifier }) =>
        users.some((user) => isInside(identifier, user)) && !except.some((node) => isInside(identifier, node)),
    );
  return [...new Set([...candidates, ...declared])].filter(isUsed);
}

function declaredBy(source: SourceCode, statement: TSESTree.Statement): Variable[] {
  if (statement.type === 'VariableDeclaration')
    return statement.declarations.flatMap((declarator) => [...source.getDeclaredVariables(declarator)]);
  return statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration'
    ? [...source.getDeclaredVariables(statement)].slice(0, 1)
    : [];
}

/** Whether anything writes a variable below the nodes. */
export function isWrittenIn(variable: Variable, nodes: readonly TSESTree.Node[]): boolean {
  return variable.references.some(
    (reference) =>
      reference.isWrite() && reference.init !== true && nodes.some((node) => isInside(reference.identifier, node)),
  );
}

/**
 * Whether the body of a loop or of a callback awaits before it calls or changes anything, so that nothing shows which
 * of two items was begun first.
 */
export function awaitsFirst(source: SourceCode, body: TSESTree.Node): boolean {
  switch (body.type) {
    case 'BlockStatement': {
      const first = body.body.find((statement) => holds(source, statement, acting));
      return first === undefined || awaitsFirst(source, first);
    }
    case 'TryStatement':
      return awaitsFirst(source, body.block);
    case 'IfStatement': {
      const arms = [body.consequent, body.alternate].filter((arm) => arm !== null);
      const isAwaited = holds(source, body.test, /^AwaitExpression$/);
      return isAwaited || (!holds(source, body.test, acting) && arms.every((arm) => awaitsFirst(source, arm)));
    }
    case 'ContinueStatement':
      return true;
    case 'ReturnStatement':
      return body.argument !== null;
    default:
      // What a call is handed is awaited before the call.
      return body.type === 'CallExpression' || holds(source, body, /^AwaitExpression$/);
  }
}

const acting = /^(?:Call|New|Await|Assignment|Update|TaggedTemplate)Expression$/;

/** Whether a node of a type stands in another. */
function holds(source: SourceCode, region: TSESTree.Node, type: RegExp): boolean {
  return hasNode(region, source.visitorKeys, (node) => type.test(node.type));
}
