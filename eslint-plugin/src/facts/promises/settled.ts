// What anybody looks at of the results of `Promise.allSettled`, followed through variables, callbacks and loops.
import type { TSESTree } from '@typescript-eslint/utils';
import { isCleanUp, isProbe, saidBestEffort } from '../../knowledge/best-effort.js';
import { logsFailure } from '../../knowledge/tellers.js';
import { isShort } from '../extent.js';
import { localFunction } from '../functions.js';
import {
  bare,
  bareAwaited,
  calleeNames,
  calleeOf,
  functionAround,
  hasOwnNode,
  isCall,
  isFunction,
  nameOfFunction,
  outermost,
  propertyName,
} from '../syntax.js';
import { type SourceCode, type Variable, variableOf } from '../variables.js';
import { type Combinator, combinatorAt, mappedBy } from './combinators.js';
import { listsBehind } from './lists-behind.js';
import { calleesOf, type Makers, makersOf } from './makers.js';
import type { Looks, SettledFacts } from './model.js';
import { tellsOwnFailure } from './own-failures.js';
import { isInFilter, looksOfStatus } from './status-tests.js';
import { catchAround } from './surroundings.js';

/** What is looked at of the results that a call of `allSettled` gives once it is awaited. */
function looksAt(source: SourceCode, call: TSESTree.CallExpression): Looks {
  const { parent } = outermost(call);
  if (parent.type === 'AwaitExpression') return ofList(source, parent);
  const link = parent.type === 'MemberExpression' ? outermost(parent).parent : undefined;
  if (parent.type !== 'MemberExpression' || link?.type !== 'CallExpression') return 'elsewhere';
  const handler = propertyName(parent) === 'then' ? link.arguments[0] : undefined;
  const [results] = (handler && localFunction(source, handler)?.params) ?? [];
  return results ? ofListPattern(source, results) : 'elsewhere';
}

/** The strongest of what several uses look at. */
function together(looks: readonly Looks[]): Looks {
  const order: readonly Looks[] = ['rejections', 'elsewhere', 'values'];
  return order.find((each) => looks.includes(each)) ?? 'nothing';
}

function ofList(source: SourceCode, list: TSESTree.Node): Looks {
  const outer = outermost(list);
  const { parent } = outer;
  switch (parent.type) {
    case 'ExpressionStatement':
      return 'nothing';
    case 'VariableDeclarator':
      return ofListPattern(source, parent.id);
    case 'AssignmentExpression':
      return parent.right === outer ? ofListPattern(source, parent.left) : 'nothing';
    case 'ForOfStatement': {
      const { left } = parent;
      return left.type === 'VariableDeclaration' ? ofEntry(source, left.declarations[0].id) : 'elsewhere';
    }
    case 'MemberExpression':
      return parent.object === outer ? ofMember(source, parent) : 'elsewhere';
    default:
      return 'elsewhere';
  }
}

/** The results in a variable, or taken apart at once: `const [first, second] = …`. */
function ofListPattern(source: SourceCode, pattern: TSESTree.Node): Looks {
  if (pattern.type === 'ArrayPattern')
    return together(pattern.elements.map((element) => (element ? ofEntry(source, element) : 'nothing')));
  return pattern.type === 'Identifier' ? ofReads(source, pattern, ofList) : 'elsewhere';
}

function ofReads(
  source: SourceCode,
  declared: TSESTree.Identifier,
  follow: (source: SourceCode, use: TSESTree.Node) => Looks,
): Looks {
  const variable = variableOf(source, declared);
  if (!variable || variable.defs.length === 0) return 'elsewhere';
  return together(readsOf(source, declared).map(({ identifier }) => follow(source, identifier)));
}

/** Whether a result's status decides on what it is of: `items.filter((_, index) => results[index].status === …)`. */
function choosesOthers(result: TSESTree.MemberExpression): boolean {
  const { parent } = outermost(result);
  return parent.type === 'MemberExpression' && propertyName(parent) === 'status' && isInFilter(parent);
}

/** `results.filter(…)`, `results[0]`, `results.length`. */
function ofMember(source: SourceCode, member: TSESTree.MemberExpression): Looks {
  if (member.computed) return choosesOthers(member) ? 'elsewhere' : ofEntryUse(source, member);
  const name = propertyName(member) ?? '';
  const call = outermost(member).parent;
  if (name === 'length') return isCompared(source, member) ? 'elsewhere' : 'nothing';
  if (call.type !== 'CallExpression' || bare(call.callee) !== member) return 'elsewhere';
  return ofMethod(source, call, name);
}

function ofMethod(source: SourceCode, call: TSESTree.CallExpression, name: string): Looks {
  switch (name) {
    case 'filter':
    case 'map': {
      const looks = ofCallback(source, call, 0);
      return looks === 'values' && isCounted(source, call) ? 'elsewhere' : looks;
    }
    case 'flatMap':
    case 'forEach':
      return ofCallback(source, call, 0);
    case 'reduce':
      return ofCallback(source, call, 1);
    case 'at':
      return ofEntryUse(source, call);
    case 'entries': {
      const loop = outermost(call).parent;
      const pattern =
        loop.type === 'ForOfStatement' && loop.left.type === 'VariableDeclaration'
          ? loop.left.declarations[0].id
          : undefined;
      const entry = pattern?.type === 'ArrayPattern' ? pattern.elements[1] : undefined;
      return entry ? ofEntry(source, entry) : 'elsewhere';
    }
    case 'slice':
      return ofList(source, call);
    default:
      // `some`, `every`, `find` ask how it went.
      return 'elsewhere';
  }
}

function ofCallback(source: SourceCode, call: TSESTree.CallExpression, index: number): Looks {
  const [callback] = call.arguments;
  const parameter = callback && localFunction(source, callback)?.params[index];
  return parameter ? ofEntry(source, parameter) : 'elsewhere';
}

/** One result in a variable or taken apart: `({ status, value }) => …`. */
function ofEntry(source: SourceCode, pattern: TSESTree.Node): Looks {
  if (pattern.type === 'Identifier') return ofReads(source, pattern, ofEntryUse);
  if (pattern.type !== 'ObjectPattern') return 'elsewhere';
  return together(
    pattern.properties.map((property) => {
      if (property.type !== 'Property') return 'elsewhere';
      const name = propertyName(property);
      if (name === 'value') return 'values';
      if (name !== 'status' || property.value.type !== 'Identifier')
        return name === 'reason' ? 'rejections' : 'elsewhere';
      return ofReads(source, property.value, (_, use) => looksOfStatus(use));
    }),
  );
}

/** What one result is asked for. */
function ofEntryUse(source: SourceCode, use: TSESTree.Node): Looks {
  const outer = outermost(use);
  const { parent } = outer;
  if (parent.type === 'TSTypePredicate') return 'nothing';
  if (parent.type === 'VariableDeclarator') return ofEntry(source, parent.id);
  if (parent.type === 'UnaryExpression' && parent.operator === '!') return 'nothing';
  if (parent.type === 'LogicalExpression' && parent.left === outer && parent.operator === '&&') return 'nothing';
  if (parent.type !== 'MemberExpression' || parent.object !== outer) return 'elsewhere';
  switch (propertyName(parent)) {
    case 'reason':
      return 'rejections';
    case 'value':
      return 'values';
    case 'status':
      return looksOfStatus(parent);
    default:
      return 'elsewhere';
  }
}

/** Whether the length of a list of those that went well is compared with how many there were. */
function isCounted(source: SourceCode, list: TSESTree.Node, depth = 0): boolean {
  const outer = outermost(list);
  const { parent } = outer;
  if (depth > 3) return false;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
    return readsOf(source, parent.id).some(({ identifier }) => isCounted(source, identifier, depth + 1));
  }
  if (parent.type !== 'MemberExpression' || parent.object !== outer) return false;
  const call = outermost(parent).parent;
  if (propertyName(parent) === 'length') return isCompared(source, parent);
  const isMade = propertyName(parent) === 'map' || propertyName(parent) === 'filter';
  return call.type === 'CallExpression' && isMade && isCounted(source, call, depth + 1);
}

/** Whether a number is compared with, or subtracted from, another, also through a variable; or it is an error to have none. */
function isCompared(source: SourceCode, number: TSESTree.Node, depth = 0): boolean {
  const outer = outermost(number);
  const { parent } = outer;
  if (parent.type === 'BinaryExpression')
    return (parent.left === outer ? parent.right : parent.left).type !== 'Literal' || throwsIf(source, parent);
  if (parent.type === 'UnaryExpression') return throwsIf(source, parent);
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || depth > 3) return false;
  return readsOf(source, parent.id).some(({ identifier }) => isCompared(source, identifier, depth + 1));
}

/** Whether a test decides that an error is thrown. */
function throwsIf(source: SourceCode, test: TSESTree.Node): boolean {
  const { parent } = outermost(test);
  return parent.type === 'IfStatement' && hasOwnNode(parent.consequent, source.visitorKeys, isThrow);
}

function isThrow({ type }: TSESTree.Node): boolean {
  return type === 'ThrowStatement';
}

/** Where the variable of a name is read. */
function readsOf(source: SourceCode, declared: TSESTree.Identifier): Variable['references'] {
  return variableOf(source, declared)?.references.filter((reference) => reference.isRead()) ?? [];
}

/** The facts on a call of `allSettled`. */
export function factsOfSettled(source: SourceCode, combinator: Combinator): SettledFacts {
  const makers = makersOf(source, combinator) ?? tasksOf(source, combinator);
  const tells = (maker: TSESTree.Node): boolean =>
    tellsOwnFailure(source, maker) || isToldBeside(source, maker) || logsFailures(source, maker);
  const isPerItem = makers !== undefined && !isWrittenOut(source, makers);
  return {
    looks: isCombinedToo(source, combinator) ? 'rejections' : looksAt(source, combinator.node),
    tellsOwnFailures: makers !== undefined && makers.each.length > 0 && makers.each.every(tells),
    calleesPerItem: isPerItem ? calleesOf(source, makers) : undefined,
    cleansUp: cleansUp(combinator.node),
    isAsking: makers !== undefined && isAsking(calleesOf(source, makers), makers.perItem && !isPerItem),
    isWaived: isSaid(source, combinator.node) || catchAround(combinator.node)?.body.body.length === 0,
    isTried: isTried(combinator.node),
  };
}

/** What a function runs that is handed one task an item: `inTurn(items.map((item) => () => save(item)))`. */
function tasksOf(source: SourceCode, { input }: Combinator): Makers | undefined {
  const call = input?.of === 'other' ? bare(input.expression) : undefined;
  const [tasks] = call?.type === 'CallExpression' ? call.arguments : [];
  const mapped = tasks && mappedBy(source, tasks);
  const task = mapped?.body && bare(mapped.body.body);
  return mapped && task && isFunction(task) ? { each: [task], perItem: true, mapped } : undefined;
}

function isAsking(callees: readonly string[], isTried: boolean): boolean {
  return callees.length > 0 && callees.every((callee) => isProbe(callee, isTried));
}

/** Whether the same promises are handed to a `Promise.all`, too, which rejects. */
function isCombinedToo(source: SourceCode, { node }: Combinator): boolean {
  const [list] = node.arguments;
  if (list?.type !== 'Identifier') return false;
  return readsOf(source, list).some(({ identifier }) => combinatorAt(source, identifier.parent)?.name === 'all');
}

/** Whether an operation of this file logs what goes wrong in it. */
function logsFailures(source: SourceCode, maker: TSESTree.Node): boolean {
  const run = localFunction(source, isCall(maker) ? calleeOf(maker) : maker);
  if (run && isCall(bareAwaited(run.body))) return logsFailures(source, bareAwaited(run.body));
  const isLogging = (node: TSESTree.Node): boolean => isCall(node) && logsFailure(calleeNames(calleeOf(node)));
  return run !== undefined && hasOwnNode(run.body, source.visitorKeys, isLogging);
}

/** Whether what is in a variable has a chain of its own that tells of its failure: `saved.catch(log); all.push(saved)`. */
function isToldBeside(source: SourceCode, maker: TSESTree.Node): boolean {
  const { parent } = outermost(maker);
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return readsOf(source, parent.id).some(({ identifier }) => tellsOwnFailure(source, endOfChain(identifier)));
}

/** The last call of a chain that begins with an expression: `saved.then(show).catch(log)`. */
function endOfChain(start: TSESTree.Node): TSESTree.Node {
  const member = outermost(start).parent;
  const call = member.type === 'MemberExpression' && member.object === start ? outermost(member).parent : undefined;
  return call?.type === 'CallExpression' ? endOfChain(call) : start;
}

/** Whether the text has as many operations, or as many items for them, as there are: not one part of a list after another. */
function isWrittenOut(source: SourceCode, { perItem, mapped }: Makers): boolean {
  if (!perItem || !mapped) return !perItem;
  return isShort(source, mapped.items) && listsBehind(source, mapped.items).at(-1)?.type === 'ArrayExpression';
}

/** Whether a node is all that a `try` is there for, whose `catch` does something. */
function isTried(node: TSESTree.Node): boolean {
  const handler = catchAround(node);
  const [only, ...others] = handler?.parent.type === 'TryStatement' ? handler.parent.block.body : [];
  if (!only || others.length > 0 || handler?.body.body.length === 0) return false;
  // In a statement that holds others, the `catch` is for those, too.
  return /^(?:(?:Expression|Return)Statement|VariableDeclaration)$/.test(only.type);
}

/** Whether the comment above a node's statement says that a failure is nobody's loss. */
function isSaid(source: SourceCode, node: TSESTree.Node): boolean {
  let statement = node;
  while (statement.parent && !/(?:Statement|Declaration)$/.test(statement.type)) statement = statement.parent;
  return source.getCommentsBefore(statement).some(({ value }) => saidBestEffort.test(value));
}

/** Whether a node stands in a `catch` or a `finally`, or in a function that cleans up by its name. */
function cleansUp(node: TSESTree.Node): boolean {
  const around = functionAround(node);
  if (around && isCleanUp(nameOfFunction(around) ?? '')) return true;
  let inner = node;
  for (let each = node.parent; each && !isFunction(each); each = each.parent) {
    if (each.type === 'CatchClause' || (each.type === 'TryStatement' && each.finalizer === inner)) return true;
    inner = each;
  }
  return false;
}
