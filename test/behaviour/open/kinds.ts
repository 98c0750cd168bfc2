// What a name promises, in a world where nothing else is known.

type Kind = 'truth' | 'number' | 'maybe' | 'anything';

const truths =
  /^(?:is|has|can|should|was|needs|allows)(?=[A-Z]|$)|^(?:exists?|ok|done|enabled|disabled|valid|active|hidden|startsWith|endsWith|test)$/;
const numbers =
  /^(?:count|size|total|number|index|age|amount|price|score|limit|offset|bytes|from|to|first|last|step)$|[a-z](?:Count|Size|Total|Number|Index|Age|Amount|Price|Score|Limit|Offset|Bytes)$/;

/** Whether a number says where something ends, which is some way from where it starts. */
export function isEnd(name: string): boolean {
  return /^(?:to|last|total)$/.test(name);
}

/** What a property or a parameter holds. */
export function propertyKind(name: string): Kind {
  if (truths.test(name)) return 'truth';
  return numbers.test(name) ? 'number' : 'anything';
}

/** What a function gives, by the last word of its path. */
export function answerKind(label: string): Kind {
  const name = /[\w$]+$/.exec(label)?.[0] ?? '';
  if (/^(?:find|lookUp|tryTo|maybe)/.test(name)) return 'maybe';
  return propertyKind(name);
}

const logger = /(?:^|\.)(?:log|logger|console|winston|reporter)\.(\w+)$/i;

/** Whether a call shows something that is read in order. */
export function isLog(label: string): boolean {
  return /^(?:log|info|notice)$/.test(logger.exec(label)?.[1] ?? '');
}

/** Whether a call tells of a failure, or something that only helpers read. */
export function isWarning(label: string): boolean {
  return /^(?:warn|warning|error|fatal|debug|trace|verbose|silly)$/.test(logger.exec(label)?.[1] ?? '');
}
