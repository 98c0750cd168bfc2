// Loops over what only the first comer does: it makes a thing for all, or it is the only one that waits.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: what the first comer does', () => {
  describe('a function that makes at once what is not there yet', () => {
    concurrent([
      js`
        let agent;
        function agentOf(settings) { if (agent === undefined) agent = settings.key ? createAgent(settings.key) : undefined; return agent; }
        async function all(settings, users) { »for (const user of users) out.push(await read(user, settings)); return out; }
        async function read(user, settings) { return load(user, agentOf(settings)); }
      `,
      ts`
        class Users {
          client?: Client;
          at(host: string): Client { if (!this.client) { this.client = new Client(host); } return this.client; }
          async read(id: string): Promise<User> { return await fetchUser(this.at(host), id); }
          async all(ids: string[]): Promise<User[]> { const out = []; »for (const id of ids) { out.push(await this.read(id)); } return out; }
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        let first;
        function note(user) { if (first === undefined) first = user; return first; }
        async function all(users) { for (const user of users) out.push(await load(await open(user), note(user))); }
      `,
      js`
        let agent;
        async function agentOf(key) { if (!agent) agent = await createAgent(key); return agent; }
        async function all(users) { for (const user of users) out.push(await load(user, await agentOf(user.key))); }
      `,
      js`
        const agents = {};
        function agentOf(user) { if (!agents.last) agents[user.kind] = createAgent(user); return agents.last; }
        async function all(users) { for (const user of users) { await open(user); out.push(await load(user, agentOf(user))); } }
      `,
    ]);
  });

  describe('a branch that nobody takes after the first', () => {
    sequential('nothing-to-overlap', [
      js`async function pick(rooms, wanted) { let at = 0; for (const room of rooms) { if (at++ === wanted) { await room.open(); await room.clean(); } } }`,
      js`async function pick(rooms) { let found = null; for (const room of rooms) { if (found == null) { found = room; await room.open(); } } return found; }`,
      ts`async function pick(rooms: Room[]) { let isOpen = false; for (const room of rooms) { if (room.isFree) { if (!isOpen) { isOpen = true; await room.open(); } } } return isOpen; }`,
    ]);
    concurrent([
      js`async function pick(rooms) { let found = null; »for (const room of rooms) { if (found == null) { found = room; await room.open(); } await room.clean(); } return found; }`,
      js`async function pick(rooms, found) { »for (const room of rooms) { if (found == null) { await room.open(); } } }`,
      js`async function pick(rooms) { »for (const room of rooms) { let found = null; if (!found) { found = room.door; await found.open(); } } }`,
    ]);
  });
});
