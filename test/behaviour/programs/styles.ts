// The same program as other people would write it: on one line, without semicolons, with tabs and CRLF.
import type { TSESTree } from '@typescript-eslint/utils';
import { parseForESLint } from '../../../eslint-plugin/src/lint/parser.js';

export type Style = (text: string, name: string) => string;

/** All but the first change the text; the name's ending chooses the syntax. */
export const styles: Readonly<Record<string, Style>> = {
  'as they are': (text) => text,
  'without semicolons': withoutSemicolons,
  'on one line': onOneLine,
  'on one line, without semicolons before a brace': (text, name) => onOneLine(text, name).replace(/; }/g, ' }'),
  'with tabs and CRLF': (text) =>
    text.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2)).replaceAll('\n', '\r\n'),
};

/** Tokens and comments, in the order of the text. */
function piecesOf(text: string, name: string): (TSESTree.Token | TSESTree.Comment)[] {
  const jsx = !name.endsWith('.ts');
  const { ast } = parseForESLint(text, { range: true, loc: true, tokens: true, comment: true, jsx });
  return [...ast.tokens, ...ast.comments].sort((one, other) => one.range[0] - other.range[0]);
}

function onOneLine(text: string, name: string): string {
  let line = '';
  let end: number | undefined;
  for (const piece of piecesOf(text, name)) {
    const gap = end === undefined || end === piece.range[0] ? '' : ' ';
    line += gap + (piece.type === 'Line' ? `/*${piece.value.replaceAll('*/', '')}*/` : text.slice(...piece.range));
    end = piece.range[1];
  }
  return `${line}\n`;
}

/** Leaves out each semicolon that ends a line, unless the next line would go on without it. */
function withoutSemicolons(text: string, name: string): string {
  const pieces = piecesOf(text, name).filter(({ type }) => type !== 'Line' && type !== 'Block');
  const gone = pieces.filter((piece, index) => {
    const next = pieces[index + 1];
    const isLast = next === undefined || next.loc.start.line > piece.loc.end.line;
    return piece.value === ';' && isLast && !/^[([`+\-/*]/.test(next?.value ?? '');
  });
  return gone.reduceRight((rest, { range }) => rest.slice(0, range[0]) + rest.slice(range[1]), text);
}
