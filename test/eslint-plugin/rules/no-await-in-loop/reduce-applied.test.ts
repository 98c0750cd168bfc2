// Async reductions that look at what was gathered: what is fetched at once is applied in order.
import { js } from './linted.js';
import { byHand, gathers } from './reductions.js';

describe('no-await-in-loop: async reductions', () => {
  describe('that look at what was gathered', () => {
    gathers(
      [
        [
          js`const count = async (urls) => await »urls.reduce(async (sofar, url) =>« { const counts = await sofar; const host = await hostOf(url); counts[host] = (counts[host] ?? 0) + 1; return counts; }, {});`,
          'const count = async (urls) => (await Promise.all(urls.map(async (url) => hostOf(url)))).reduce((counts, host) => { counts[host] = (counts[host] ?? 0) + 1; return counts; }, {});',
        ],
        [
          js`
          async function all(urls) {
            return await »urls.reduce(async (sofar, url) =>« {
              const sizes = await sofar;
              const host = await hostOf(url); // without its port
              // What comes last counts.
              sizes.set(host, await sizeOf(url));
              console.log(url, sizes); // for the operator
              return sizes;
            }, new Map());
          }
        `,
          [
            'async function all(urls) {',
            '  return (await Promise.all(urls.map(async (url) => {',
            '    const host = await hostOf(url); // without its port',
            '    const value = await sizeOf(url);',
            '    return { url, host, value };',
            '  }))).reduce((sizes, { url, host, value }) => {',
            '    // What comes last counts.',
            '    sizes.set(host, value);',
            '    console.log(url, sizes); // for the operator',
            '    return sizes;',
            '  }, new Map());',
            '}',
          ].join('\n'),
        ],
      ],
      'gatherInOrder',
    );
    byHand(/entangled/, [
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const sizes = await sofar; const size = await sizeOf(url); if (!size) return sizes; const host = await hostOf(url); sizes[host] = (sizes[host] ?? 0) + size; return sizes; }, {});`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const sizes = await sofar; const size = await sizeOf(url); sizes[size] = (sizes[size] ?? 0) + 1; return sizes; }, start());`,
    ]);
  });
});
