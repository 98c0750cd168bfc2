// The verdict on a combinator's list: which of its elements are there twice.
import type { ElementFacts } from '../facts/promises/model.js';
import { answersAnew } from '../knowledge/fresh.js';

/** An element that is the same as one before it; both by their index. */
export interface Duplicate {
  index: number;
  of: number;
  is: 'promise' | 'call';
}

/** The elements that are the same as an earlier one, each with the first of its kind. */
export function duplicatesIn(elements: readonly ElementFacts[]): Duplicate[] {
  return elements.flatMap((element, index): Duplicate[] => {
    if (element.is === 'other' || (element.is === 'call' && !answersAlike(element))) return [];
    const of = elements.findIndex((other) => other.is === element.is && other.text === element.text);
    return of < index ? [{ index, of, is: element.is }] : [];
  });
}

/** Whether asking twice gives the same answer twice, as far as it can be told. */
function answersAlike(call: ElementFacts & { is: 'call' }): boolean {
  const { nature, words, hasArguments, computes, changes, ordered } = call;
  // `reader.read()` and `queue.get()` give the next of many.
  const isTelling = hasArguments || words.length > 1;
  return nature === 'read' && computes && isTelling && !changes && !ordered && !answersAnew(words);
}
