// Calls that may throw before there is a promise, in TypeScript.
import type { Snippet } from '../no-await-in-loop/linted.js';
import { refused, rewrites } from './rows.js';

describe('no-sequential-await: calls that may throw at once', () => {
  const declared = `
    let token: string | undefined = stored();
    if (!token) throw new Error('none');
    const fetchNamed = (text: string) => { if (text === '') throw new Error('empty'); return fetchUser(text); };
  `;
  const around = (call: string): Snippet => ({ code: `${declared}${call}\ntoken = undefined;`, language: 'ts' });

  it('stay where they are, as a function of their own would forget what is known', () => {
    refused(around('const user = await fetchUser(id); const named = await fetchNamed(token);'));
    refused(around('const both = [await fetchUser(id), await fetchNamed(token)];'));
  });

  it('are called in a function of their own, where nothing is known', () => {
    rewrites(
      around('const user = await fetchUser(id); const named = await fetchNamed(id);'),
      around('const [user, named] = await Promise.all([fetchUser(id), (async () => fetchNamed(id))()]);'),
    );
  });
});
