// Calls of functions whose type parameters only the place of the result tells.
import { ts } from '../no-await-in-loop/linted.js';
import { refused, rewrites } from './rows.js';

describe('no-sequential-await: calls that take their type from where the result goes', () => {
  it('are told of it, where it is written down', () => {
    rewrites(
      ts`
        declare function query<T>(text: string): Promise<T>;
        const users: User[] = await query('users');
        const posts: readonly Post[] = await query('posts');
      `,
      ts`
        declare function query<T>(text: string): Promise<T>;
        const [users, posts] = await Promise.all([
          query('users') satisfies PromiseLike<User[]>,
          query('posts') satisfies PromiseLike<readonly Post[]>,
        ]);
      `,
    );
    rewrites(
      ts`
        const users = await query<User[]>('users');
        const posts: Post[] = await query('posts');
      `,
      ts`
        const [users, value] = await Promise.all([
          query<User[]>('users'),
          query('posts') satisfies PromiseLike<Post[]>,
        ]);
        const posts: Post[] = value;
      `,
    );
  });

  it('stay there, where it is not', () => {
    refused(ts`
      const query = async <T,>(text: string): Promise<T> => (await fetchRows(text)) as T;
      show({ users: await query('users'), posts: await query('posts') });
    `);
    refused(ts`
      declare function query<T>(text: string): Promise<T>;
      page.users = await query('users');
      page.posts = await query('posts');
    `);
  });

  it('are as others, where the arguments tell it', () => {
    rewrites(
      ts`
        declare function load<const T extends Id>(ids: readonly T[]): Promise<Found<T>[]>;
        const users: Found[] = await load(ids);
        const posts: Found[] = await load(others);
      `,
      ts`
        declare function load<const T extends Id>(ids: readonly T[]): Promise<Found<T>[]>;
        const [users, posts]: [Found[], Found[]] = await Promise.all([load(ids), load(others)]);
      `,
    );
  });
});
