// Combinators that compile under `strict` still compile once they are bounded, in chunks or by any limiter.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ts as typescript } from '../rules/no-await-in-loop/linted.js';
import { errorsOf, folder, limitedFor, packages } from './compiled.js';
import { offersIn } from './project.js';

const rule = 'no-unbounded-concurrency';

const prelude = `
export interface User { id: string; name: string }
export interface Profile { name: string; picture: string | null }
declare function fetchProfile(id: string): Promise<Profile>;
declare function sendMail(user: User, index?: number): Promise<void>;
`;

const samples = {
  'a list by its type': typescript`
    export async function all(users: User[]): Promise<Profile[]> {
      const profiles: Profile[] = await Promise.all(users.map((user) => fetchProfile(user.id)));
      return profiles;
    }
  `,
  'a list without a type': typescript`
    export async function all(users: readonly User[]): Promise<string[]> {
      const profiles = await Promise.all(users.map(async (user) => fetchProfile(user.id)));
      return profiles.map(({ name }) => name);
    }
  `,
  'what is returned': typescript`
    export async function all(users: Set<User>): Promise<(string | null)[]> {
      return Promise.all(Array.from(users, async ({ id }): Promise<string | null> => (await fetchProfile(id)).picture));
    }
  `,
  'what is made of it': typescript`
    export async function all(users: User[]): Promise<Map<string, Profile>> {
      return new Map(await Promise.all(users.map(async (user): Promise<[string, Profile]> => [user.id, await fetchProfile(user.id)])));
    }
  `,
  'an index': typescript`
    export async function all(users: User[]): Promise<void> {
      await Promise.all(users.map((user, index) => sendMail(user, index)));
    }
  `,
  'a function by its name': typescript`
    export async function all(ids: readonly string[]): Promise<Profile[]> {
      return await Promise.all(ids.map(fetchProfile));
    }
    async function fetchProfile(id: string): Promise<Profile> {
      return (await (await fetch(id)).json()) as Profile;
    }
  `,
  'one of a few texts': typescript`
    type State = 'ok' | 'bad';
    declare function fetchState(id: string): Promise<State>;
    export async function all(ids: string[]): Promise<State[]> {
      const states = await Promise.all(ids.map(async (id) => fetchState(id)));
      return states;
    }
  `,
  'what a function looks at': typescript`
    export async function all(ids: string[]): Promise<string[]> {
      const profiles = await Promise.all(ids.map((id) => fetchProfile(id)));
      return ids.map((id, index) => profiles[index]?.name ?? id);
    }
  `,
  'what is read-only': typescript`
    export async function all(users: User[]): Promise<readonly Profile[]> {
      const profiles: readonly Profile[] = await Promise.all(users.map((user) => fetchProfile(user.id)));
      return profiles;
    }
  `,
};

describe('rewrite: types of bounded combinators', () => {
  const texts = new Map<string, string>();
  let errors: Map<string, string[]>;

  before(() => {
    for (const [title, { code }] of Object.entries(samples)) {
      const put = (name: string, text: string): unknown => texts.set(join(folder, title, `${name}.ts`), text);
      const whole = code.includes('function fetchProfile')
        ? prelude.replace(/.*function fetchProfile.*\n/, '')
        : prelude;
      put('before', whole + code);
      for (const { id, text } of offersIn({ file: 'a.ts' }, whole + code, rule)) put(id, text);
      for (const name of packages) for (const text of limitedFor(whole + code, name, rule)) put(name, text);
    }
    errors = errorsOf(texts);
  }).timeout(60_000);

  for (const title of Object.keys(samples)) {
    it(`hold for ${title}`, () => {
      const names = [...texts.keys()].filter((name) => name.startsWith(join(folder, title, '/')));
      assert.equal(names.length, packages.length + 3);
      for (const name of names) assert.deepEqual(errors.get(name), [], texts.get(name));
    });
  }
});
