// Every rule of the plugin, by its name without the prefix.
import { noAwaitInLoop } from './no-await-in-loop.js';
import { noSequentialAwait } from './no-sequential-await.js';
import { noUnhandledPromiseAll } from './no-unhandled-promise-all.js';

export const rules = {
  'no-await-in-loop': noAwaitInLoop,
  'no-sequential-await': noSequentialAwait,
  'no-unhandled-promise-all': noUnhandledPromiseAll,
};
