// The nodes of a file at which the rules begin to look, found in one walk that they share.
import type { TSESTree } from '@typescript-eslint/utils';
import { isLoop, type LoopNode, walk } from './syntax.js';
import { oncePerFile } from './variables.js';

/** Each in the order of the text, what is around before what is inside. */
interface Landmarks {
  awaits: readonly TSESTree.AwaitExpression[];
  calls: readonly TSESTree.CallExpression[];
  declarators: readonly TSESTree.VariableDeclarator[];
  loops: readonly LoopNode[];
}

/** A text without any of these holds nothing to speak of, and is not walked at all. */
const asynchronous = /\b(?:await|async|Promise|bluebird)\b|[.'"`]\s*(?:then|catch|finally)\b|\bimport\s*\(/;

/** The landmarks of a file. */
export const landmarksOf = oncePerFile((source): Landmarks => {
  const awaits: TSESTree.AwaitExpression[] = [];
  const calls: TSESTree.CallExpression[] = [];
  const declarators: TSESTree.VariableDeclarator[] = [];
  const loops: LoopNode[] = [];
  if (!asynchronous.test(source.text)) return { awaits, calls, declarators, loops };
  walk(source.ast, source.visitorKeys, (node) => {
    switch (node.type) {
      case 'CallExpression':
        calls.push(node);
        break;
      case 'AwaitExpression':
        awaits.push(node);
        break;
      case 'VariableDeclarator':
        declarators.push(node);
        break;
      // A name holds nothing but its type, and decorators where it is a parameter's.
      case 'Identifier':
        return isDecorated(node);
      // Types run nothing, and are half of many a file.
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSTypeAnnotation':
      case 'TSTypeParameterDeclaration':
      case 'TSTypeParameterInstantiation':
        return false;
      default:
        if (isLoop(node)) loops.push(node);
    }
    return true;
  });
  return { awaits, calls, declarators, loops };
});

/** Only the TypeScript parser's trees have decorators. */
function isDecorated(node: { decorators?: readonly TSESTree.Decorator[] }): boolean {
  return node.decorators !== undefined && node.decorators.length > 0;
}
