// Every rule of the plugin, by its name without the prefix.
import { noAwaitInLoop } from './no-await-in-loop.js';

export const rules = {
  'no-await-in-loop': noAwaitInLoop,
};

export type RuleName = keyof typeof rules;
