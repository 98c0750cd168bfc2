// The rule `no-await-in-loop`: loops whose iterations wait for each other for nothing.
import { createRule } from './create-rule.js';

export const noAwaitInLoop = createRule({
  name: 'no-await-in-loop',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow `await` in loops whose iterations could run concurrently',
      preset: 'recommended',
      chapter: 'sequential-to-concurrent',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      concurrent: 'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently.',
      gather: 'Run the iterations concurrently with `Promise.all`: the first failure rejects at once, while the others run on.',
    },
  },
  defaultOptions: [],
  create(context) {
    return {
      // Stand-in until facts, verdict and rewrite are connected.
      ForOfStatement(node) {
        const text = context.sourceCode.getText(node);
        const body = /^for \(const (\w+) of (\w+)\) \{\s*out\.push\(await ([^;]*)\);\s*\}$/.exec(text);
        if (!body) return;
        context.report({
          node,
          loc: { start: node.loc.start, end: context.sourceCode.getTokenBefore(node.body)!.loc.end },
          messageId: 'concurrent',
          suggest: [
            {
              messageId: 'gather',
              fix: (fixer) => fixer.replaceText(node, `out.push(...(await Promise.all(${body[2]!}.map((${body[1]!}) => ${body[3]!}))));`),
            },
          ],
        });
      },
    };
  },
});
