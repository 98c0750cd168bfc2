// A file that compiles under `strict` still compiles after any suggestion is applied to it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ts as typescript } from '../rules/no-await-in-loop/linted.js';
import { errorsOf, folder, limitedFor, packages } from './compiled.js';
import { suggestedFor } from './expected.js';

const prelude = `
export interface User { id: string; name: string; age: number; tags: readonly string[] }
export interface Profile { name: string; picture: string | null }
declare function loadProfile(id: string): Promise<Profile>;
declare function loadAny(id: string): Promise<unknown>;
declare function loadTags(id: string): Promise<string[]>;
declare function find(id: string): Promise<Profile | undefined>;
declare function sendMail(user: User, index?: number): Promise<void>;
declare function createUser(user: User): Promise<{ id: string }>;
declare function isUsable(name: string): Promise<boolean>;
`;

const samples = {
  'a list by its type': typescript`
    export async function all(users: User[]): Promise<Profile[]> {
      const profiles: Profile[] = [];
      for (const user of users) profiles.push(await loadProfile(user.id));
      return profiles;
    }
  `,
  'a list without a type': typescript`
    export async function all(users: Iterable<User>): Promise<string[]> {
      const names = [];
      for (const user of users) {
        const { name } = await loadProfile(user.id);
        names.push(name);
      }
      return names;
    }
  `,
  'a list of wider type': typescript`
    export async function all(users: readonly User[]): Promise<(string | null)[]> {
      const pictures: (string | null)[] = [];
      for (const user of users) {
        pictures.push((await loadProfile(user.id)).picture);
      }
      pictures.push(null);
      return pictures;
    }
  `,
  'an asserted value': typescript`
    export async function all(users: User[]): Promise<Profile[]> {
      const profiles: Profile[] = [];
      for (const user of users) profiles.push((await loadAny(user.id)) as Profile);
      return profiles;
    }
  `,
  'a literal of a union': typescript`
    export async function all(users: User[]): Promise<{ kind: 'known' | 'new'; user: User }[]> {
      const kinds: { kind: 'known' | 'new'; user: User }[] = [];
      for (const user of users) {
        kinds.push({ kind: (await find(user.id)) ? 'known' : 'new', user });
      }
      return kinds;
    }
  `,
  'parts under conditions': typescript`
    export async function all(users: User[]): Promise<Profile[]> {
      const profiles: Profile[] = [];
      for (const user of users) {
        try {
          const profile = await find(user.id);
          if (profile) profiles.push(profile);
        } catch {
          continue;
        }
      }
      return profiles;
    }
  `,
  'several values an item': typescript`
    export async function all(users: User[]): Promise<string[]> {
      const tags: string[] = [];
      for (const user of users) tags.push(user.name, ...(await loadTags(user.id)));
      return tags;
    }
  `,
  'a Map by key and a list by index': typescript`
    export async function all(users: User[]): Promise<[Map<string, Profile>, (Profile | undefined)[], Set<string>]> {
      const profiles = new Map<string, Profile>();
      for (const { id } of users) profiles.set(id, await loadProfile(id));
      const found: (Profile | undefined)[] = [];
      for (let i = 0; i < users.length; i++) {
        const user = users[i];
        found[i] = await find(user?.id ?? '');
      }
      const names = new Set<string>();
      for (const { id } of users) {
        const { name } = await loadProfile(id);
        names.add(name);
      }
      return [profiles, found, names];
    }
  `,
  'a record by key': typescript`
    export async function all(users: User[]): Promise<Record<string, Profile>> {
      const profiles: Record<string, Profile> = {};
      for (const { id } of users) {
        profiles[id] = await loadProfile(id);
      }
      return profiles;
    }
  `,
  'a Map under conditions': typescript`
    export async function all(names: string[]): Promise<Map<string, string | null>> {
      const pictures = new Map<string, string | null>();
      for (const name of names) {
        if (name === '') continue;
        try {
          pictures.set(name, (await loadProfile(name)).picture);
        } catch {
          pictures.set(name, null);
        }
      }
      return pictures;
    }
  `,
  'parts for several targets': typescript`
    export async function all(users: User[], report: { lines: string[] }) {
      const profiles: Profile[] = [];
      const ages = new Map<string, number>();
      const known = new Set<string>();
      const byName: Record<string, Profile | undefined> = {};
      let failure: Error | undefined;
      let total = 0;
      let text = '';
      for (const user of users) {
        try {
          const profile = await find(user.id);
          byName[user.name] = profile;
          if (!profile) continue;
          await sendMail(user);
          profiles.push(profile);
          ages.set(user.name, user.age);
          known.add(profile.name);
          total += user.age / 2;
          text += \`\${user.name},\`;
        } catch (error) {
          failure = error as Error;
          report.lines.push(user.name);
        }
      }
      return { profiles, ages, known, byName, failure, total, text };
    }
  `,
  'lists that are replaced each time': typescript`
    export async function all(users: User[]): Promise<string[][]> {
      let tags: string[] = [];
      let names: string[] = [];
      let first: string[] | undefined;
      for (const user of users) {
        const found = await loadTags(user.id);
        tags = tags.concat(found);
        names = [...names, user.name];
        first ??= found;
        await sendMail(user);
      }
      return [tags, names, first ?? []];
    }
  `,
  'logs in branches': typescript`
    declare const log: { info(text: string): void };
    export async function all(users: User[]): Promise<void> {
      for (const user of users) {
        if (await find(user.id)) {
          const { name } = await loadProfile(user.id);
          log.info(name);
        }
        log.info(user.name);
      }
    }
  `,
  'a list without a type, under conditions': typescript`
    export async function all(users: User[]): Promise<User[]> {
      const usable = [];
      for (const user of users) {
        if (user.age > 64 || (user.name !== '' && (await isUsable(user.name)))) usable.push(user);
      }
      return usable;
    }
  `,
  'values and failures': typescript`
    export async function all(users: User[]): Promise<[Profile[], string[], unknown[]]> {
      const profiles: Profile[] = [];
      const failures: string[] = [];
      for (const user of users) {
        try {
          const profile = await loadProfile(user.id);
          profiles.push(profile);
        } catch (error) {
          failures.push((error as Error).message);
        }
      }
      const names: string[] = [];
      const reasons: unknown[] = [];
      for (const user of users) {
        try {
          const { name } = await loadProfile(user.id);
          names.push(name);
        } catch (error) {
          reasons.push(error);
        }
      }
      return [profiles, failures, reasons];
    }
  `,
  'a Set': typescript`
    export async function all(names: Set<string>): Promise<Set<string>> {
      const usable = new Set<string>();
      for (const name of names) {
        if (await isUsable(name)) usable.add(name);
      }
      return usable;
    }
  `,
  'a sum': typescript`
    export async function all(users: User[]): Promise<number> {
      let sum = 0;
      for (const user of users) {
        const tags = await loadTags(user.id);
        sum += tags.length * user.age;
      }
      return sum;
    }
  `,
  'the best of all': typescript`
    export async function all(users: User[]): Promise<Profile | undefined> {
      let best: Profile | undefined;
      for (const user of users) {
        const profile = await find(user.id);
        if (!profile) continue;
        if (!best || profile.name > best.name) best = profile;
      }
      return best;
    }
  `,
  'skips before and after': typescript`
    export async function all(users: User[]): Promise<void> {
      for (const user of users) {
        if (user.age < 18) continue;
        const profile = await find(user.id);
        if (profile === undefined) continue;
        console.log(user.name, profile.name);
      }
    }
  `,
  'an index': typescript`
    export async function all(users: User[]): Promise<void> {
      for (let i = 0; i < users.length; i++) {
        const user = users[i];
        if (user === undefined) continue;
        await sendMail(user, i);
      }
    }
  `,
  entries: typescript`
    export async function all(users: User[]): Promise<string[]> {
      const names: string[] = [];
      for (const [index, { id }] of users.entries()) {
        names[index] = (await loadProfile(id)).name;
      }
      return names;
    }
  `,
  'writes that collect': typescript`
    export async function all(users: readonly User[]): Promise<string[]> {
      const ids: string[] = [];
      for (const user of users) {
        const { id } = await createUser(user);
        ids.push(id);
      }
      return ids;
    }
  `,
  this: typescript`
    export class Names {
      readonly #names: string[] = [];
      constructor(private readonly prefix: string) {}
      async fill(users: User[]): Promise<void> {
        for (const user of users) {
          const { name } = await loadProfile(user.id);
          this.#names.push(this.prefix + name);
        }
      }
      get names(): readonly string[] {
        return this.#names;
      }
    }
  `,
};

describe('rewrite: types', () => {
  const texts = new Map<string, string>();
  let errors: Map<string, string[]>;

  before(() => {
    for (const [title, { code }] of Object.entries(samples)) {
      const put = (name: string, text: string): unknown => texts.set(join(folder, title, `${name}.ts`), text);
      put('before', prelude + code);
      for (const [id, text] of suggestedFor({ code: prelude + code, language: 'ts' })) put(id, text);
      for (const name of packages) for (const text of limitedFor(prelude + code, name)) put(name, text);
    }
    errors = errorsOf(texts);
  }).timeout(60_000);

  for (const title of Object.keys(samples)) {
    it(`hold for ${title}`, () => {
      const names = [...texts.keys()].filter((name) => name.startsWith(join(folder, title, '/')));
      assert.ok(names.length > packages.length, 'nothing is suggested');
      for (const name of names) assert.deepEqual(errors.get(name), [], texts.get(name));
    });
  }
});
