// Every rule of the plugin, by its name without the prefix.
import { noAwaitInLoop } from './no-await-in-loop.js';
import { noDuplicatePromise } from './no-duplicate-promise.js';
import { noFloatingIterations } from './no-floating-iterations.js';
import { noIgnoredRejection } from './no-ignored-rejection.js';
import { noLateAwait } from './no-late-await.js';
import { noSequentialAwait } from './no-sequential-await.js';
import { noUnboundedConcurrency } from './no-unbounded-concurrency.js';
import { noUnhandledPromiseAll } from './no-unhandled-promise-all.js';
import { preferAbortOnFailure } from './prefer-abort-on-failure.js';
import { preferAllSettled } from './prefer-all-settled.js';
import { preferAsCompleted } from './prefer-as-completed.js';

export const rules = {
  'no-await-in-loop': noAwaitInLoop,
  'no-duplicate-promise': noDuplicatePromise,
  'no-floating-iterations': noFloatingIterations,
  'no-ignored-rejection': noIgnoredRejection,
  'no-late-await': noLateAwait,
  'no-sequential-await': noSequentialAwait,
  'no-unbounded-concurrency': noUnboundedConcurrency,
  'no-unhandled-promise-all': noUnhandledPromiseAll,
  'prefer-abort-on-failure': preferAbortOnFailure,
  'prefer-all-settled': preferAllSettled,
  'prefer-as-completed': preferAsCompleted,
};
