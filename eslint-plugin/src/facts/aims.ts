// Things that all iterations share, which an iteration tells of its item and then relies on: `board.choose(item);
// await board.members();`. Another that tells them of its own meanwhile changes what this one gets.
import type { Trait } from './model.js';
import { natureOf } from './nature.js';
import { dependsOnRegion, type Frame } from './paths.js';
import { isLog } from './shown.js';
import { argumentsOf, bare, calleeOf, type CallNode, isLoop } from './syntax.js';
import type { Standing } from './traits.js';
import { isInside, variableOf } from './variables.js';

/** What a call tells something shared, or asks of it without naming the item. */
export function aimsOf(frame: Frame, call: CallNode, standing: Standing): Trait[] {
  const { names, awaited, kept, receiver: resource, varies } = standing;
  // What a class does on itself is in its methods.
  const subject = names.slice(0, -1).join('.');
  if (!resource || names.length < 2 || subject === 'this' || isLog(names)) return [];
  if (awaited) return varies ? [] : [{ trait: 'asks', subject, resource }];
  if (kept || !argumentsOf(call).some((argument) => dependsOnRegion(frame, argument))) return [];
  const aim: Trait = { trait: 'aims', subject, resource };
  const isFeed = natureOf(call, names) === 'write' && isHandedToAwaited(frame, call);
  return isFeed ? [aim, { trait: 'feeds', subject: names.join('.'), resource }] : [aim];
}

/** `found.add(await load(item, found))`: whether an awaited call of the loop gets what this one is a method of. */
function isHandedToAwaited({ source, region }: Frame, call: CallNode): boolean {
  const callee = bare(calleeOf(call));
  const object = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  const variable = object?.type === 'Identifier' ? variableOf(source, object) : undefined;
  if (!variable || !isLoop(region)) return false;
  return variable.references.some(({ identifier }) => {
    const { parent } = identifier;
    if (parent.type !== 'CallExpression' || parent.callee === identifier) return false;
    return parent.parent.type === 'AwaitExpression' && isInside(parent, region);
  });
}
