// 規則的訊息，繁體中文；次序與各規則的 meta.messages 相同。{{…}} 是規則填入的資料。
import type { Messages, Phrases } from './model.js';

const bounded = {
  gatherLimited: '透過 `{{limiter}}` 一次執行 {{size}} 個；{{failure}}。',
  gatherProposed: '透過 `{{limiter}}` 一次執行 {{size}} 個，請先安裝 `{{install}}`；{{failure}}。',
  gatherChunks: '用 `Promise.{{combinator}}` 一次執行 {{size}} 個；{{failure}}。',
};

const loop = '這個迴圈每一輪都在等前一輪，但沒有哪一輪需要前一輪：可以併發執行';
const row = '這 {{count}} 個 `await` 彼此無關，卻一個等一個：可以併發執行。';
const gap = '在那之前 reject 就沒有人處理，Node 行程會因此結束。';
const unbounded = '`{{list}}` 的每個項目都會同時開始一次 `{{callee}}`，有多少個由資料決定。';
const listed = '清單裡已經有 `{{text}}`';
const runsOn = '其中一個失敗時，其餘的會白白跑完：{{callees}} 收到 signal 就能停下，但沒有人給。';
const unheard = '這個 `Promise.{{name}}` 的 rejection 沒有人處理：';
const waits = '最慢的一個還沒回來，就沒有任何結果開始處理，但每個結果其實各自處理。';

/** 每條規則的每則訊息。 */
export const messages: Messages = {
  'no-await-in-loop': {
    reads: `${loop}。`,
    writes: `${loop}；因為會寫入，請限制同時執行的數量。`,
    byHand: `${loop}。不提供改寫，因為{{why}}。`,
    unusedDirective: '這則註解沒有作用：這裡沒有可以併發的迴圈，請移除。',
    directiveWithoutReason: '這則註解需要理由：`// gather: sequential -- 為什麼順序重要`。',
    gatherAll: '用 `Promise.all` 同時執行每一輪；第一個失敗立刻 reject，其餘的照樣跑完。',
    gatherSettled: '用 `Promise.allSettled` 同時執行所有迭代，全部結束後再把結果與失敗原因分開。',
    gatherEndless: '用 `Promise.all` 同時執行所有迭代；它會先取出所有項目，因此項目若沒有盡頭就永遠不會完成。',
    gatherInOrder: '用 `Promise.all` 同時取得，再依序套用結果；只要有一個失敗，就在套用之前 reject。',
    ...bounded,
  },
  'no-duplicate-promise': {
    samePromise: `${listed}：它只執行一次，結果會出現兩次。`,
    sameRead: `${listed}：同一個答案問了兩次。`,
    byHand: `${listed}。不提供改寫，因為會移動它後面的結果，或失去註解或型別。`,
    useOnce: '只取一次，兩處共用它的結果。',
  },
  'no-floating-iterations': {
    each: '這個回呼產生的 promise 沒有人等：`{{method}}` 會丟掉它們。{{why}}',
    safeEach: '沒有人知道它們何時完成：`{{method}}` 會丟掉這個回呼產生的 promise。{{why}}',
    list: '`{{method}}` 產生的 promise 沒有人等：整個清單被丟掉了。{{why}}',
    awaitedList: '`await` 把這個 promise 清單當成一般的值，一個也不會等。{{why}}',
    listedList: '組合函式把這個 promise 清單當成一般的值，一個也不會等。{{why}}',
    combinedNothing: '`forEach` 回傳 `undefined`：組合函式沒有東西可等，會直接 reject。{{why}}',
    returnsNothing: '這個回呼沒有回傳值：外層的組合函式什麼也沒等到。{{why}}',
    answer: '`{{method}}` 把每個 promise 當成判斷結果，而 promise 永遠是真值。{{why}}',
    order: '`{{method}}` 把每個 promise 當成數字，什麼也排不了。{{why}}',
    value: '從第二個項目起，`{{method}}` 交過來的是 promise，這裡卻當成值使用。{{why}}',
    needless: '這個回呼什麼也不等：`async` 只會藏起它拋出的例外。{{why}}',
    inOrder: '這些 promise 一個接一個等：還沒輪到就 reject 的，沒有人處理。',
    gatherAll: '用 `Promise.all` 等全部完成；第一個失敗就會 reject。',
    takeTurns: '用 `for…of` 一次處理一個項目。',
    passOn: '把第一個失敗交給 `{{to}}`。',
    settleAndLog: '用 `Promise.allSettled` 等每一個都有結果，並記錄每個失敗。',
    sayVoid: '寫明沒有人等：`void Promise.all(…)`。',
    removeAsync: '移除 `async`：回呼函式拋出的例外會在這裡拋出。',
    returnCall: '回傳最後一個呼叫的結果。',
    askFirst: '先用 `Promise.all` 等所有判斷結果。',
    awaitSofar: '用到目前的累積值時，先 `await` 它。',
    gatherFirst: '先用 `Promise.all` 等全部完成；第一個失敗就會 reject。',
  },
  'no-ignored-rejection': {
    values: '只看了成功的結果：失敗的操作沒有人發現。',
    nothing: '這些結果沒有人看：失敗的操作沒有人發現。',
    byHand: '{{what}}不提供改寫，因為前後放不下任何陳述式。',
    logReasons: '記錄每個失敗的原因；後面的程式照舊執行。',
    throwReasons: '全部有結果後，把所有原因放進一個 `AggregateError` 拋出；沒有失敗時，後面的程式才會執行。',
  },
  'no-late-await': {
    late: `rejection 空窗：要到第 {{line}} 行的 \`await\` 之後，才有人處理 {{names}}。${gap}`,
    thrown: 'rejection 空窗：第 {{line}} 行拋出例外時，還沒有人處理 {{names}}。它若 reject，Node 行程會因此結束。',
    lateList: `rejection 空窗：這個 \`await\` 之前的 promise，要等到之後呼叫組合函式才有人處理。${gap}`,
    gatherAll: '用 `Promise.all` 一起等，立刻全部有人處理；第一個失敗就會 reject。',
    gatherMapped: '用 `map` 配 `async` 回呼來開始，全部有人處理之前不會等任何東西。',
    gatherInside: '把等待交給組合函式，它會立刻處理全部。',
    handleEarly: '在等待別的東西之前就附上處理；之後才 `await` 的仍會得到 rejection。',
  },
  'no-sequential-await': {
    sequential: row,
    byHand: `${row}不提供改寫，因為{{why}}。`,
    gatherAll: '用 `Promise.all` 一起等；第一個失敗立刻 reject，其餘的照樣跑完。',
  },
  'no-unbounded-concurrency': {
    unbounded,
    byHand: `${unbounded}不提供改寫，因為周圍放不下，或沒有寫明結果的型別。`,
    ...bounded,
  },
  'no-unhandled-promise-all': {
    dropped: `${unheard}promise 在這裡就丟掉了。`,
    unused: `${unheard}存放它的變數從來沒有人讀。`,
    ignored: `${unheard}\`{{by}}\` 不理會回呼的回傳值。`,
    voided: `${unheard}\`void\` 丟掉的是 promise，不是它的 rejection。`,
    pastCatch: '這個 `Promise.{{name}}` 的 rejection 不會進到外層的 `catch`：那時函式已經回傳了。',
    awaitIt: '`await` 它：rejection 會在這裡拋出。',
    returnAwait: '回傳前先 `await`：`catch` 就看得到 rejection。',
    makeAsync: '把函式改成 `async`，回傳前先 `await`：`catch` 就看得到 rejection。',
    returnIt: '回傳它：外層的 promise 鏈會等它，也會得到 rejection。',
    passOn: '把 rejection 交給 `{{to}}`。',
    logFailure: '記錄第一個 rejection。',
    settleAndLog: '用 `Promise.allSettled` 等每一個都有結果，並記錄每個 rejection。',
  },
  'prefer-abort-on-failure': {
    runsOn,
    byHand: `${runsOn}不提供改寫，因為前面放不下陳述式。`,
    abort: '第一個失敗時停掉其餘的：用 `AbortController`，把它的 signal 交給每一個。',
  },
  'prefer-all-settled': {
    failures: '這裡只說得出第一個失敗：其餘的操作仍在背景執行，它們的失敗也不見了。',
    values: '第一個失敗會讓其他操作的結果全部不見，而它們仍在背景執行；程式卻照樣往下走。',
    byHand: '{{what}}不提供改寫，因為{{why}}。',
    settleFailures: '用 `Promise.allSettled` 等全部完成，再用一個包含所有原因的 `AggregateError` 失敗。',
    settleValues: '用 `Promise.allSettled` 等全部完成，留下成功的值，並說出每個失敗的原因。',
  },
  'prefer-as-completed': {
    waits,
    byHand: `${waits}不提供改寫，因為兩邊所做的事無法放進同一個回呼。`,
    handleEach: '在回呼裡處理，結果一回來就開始；其中一個失敗時，其他的可能已經處理過。',
    handleEachWriting: '在回呼裡處理，結果一回來就開始；其中一個失敗時，其他的可能已經寫入，而原本什麼都還沒寫。',
  },
};

/** 規則填進訊息裡的半句話。 */
export const phrases: Phrases = [
  // no-await-in-loop
  ['`Promise` is something else there', '那裡的 `Promise` 是別的東西'],
  ['its head has no counterpart for `map`', '迴圈的開頭無法改成 `map`'],
  ['`arguments` would mean the callback’s own', '`arguments` 會變成回呼自己的'],
  ['a `var` of its body is used outside of it', '迴圈裡的 `var` 在外面也用到'],
  [
    'it uses a variable from outside for each iteration alone: declare that inside the loop first',
    '每一輪都用到外面的變數，卻只給自己用：請先把它宣告在迴圈裡',
  ],
  ['what it awaits and what must stay in order are entangled', '要等的與必須依序的糾結在一起'],
  // no-sequential-await
  ['not all that stands around them could be kept', '無法保留周圍所有的內容'],
  // the bounded forms
  ['all are settled, as before', '和原本一樣，等每一個都有結果'],
  ['the first failure rejects and starts no further one', '第一個失敗就會 reject，不再開始其他的'],
  ['the first failure rejects and starts no further {{size}}', '第一個失敗就會 reject，不再開始接下來的 {{size}} 個'],
  ['the first failure rejects while those that wait still run', '第一個失敗就會 reject，排隊中的仍會執行'],
  // no-floating-iterations
  [' No rewrite is offered: fetch what is compared first.', '不提供改寫：請先取得要比較的值。'],
  [' No rewrite is offered, since the function stands elsewhere.', '不提供改寫，因為函式寫在別處。'],
  [' No rewrite is offered, since no `await` may stand here.', '不提供改寫，因為這裡不能用 `await`。'],
  [' No rewrite is offered, since `Promise` is something else there.', '不提供改寫，因為那裡的 `Promise` 是別的東西。'],
  [' No rewrite is offered, since the text around leaves no place for one.', '不提供改寫，因為周圍放不下。'],
  // prefer-all-settled
  ['the statement around it has no place for more', '外層的陳述式放不下'],
  ['each value is read by its place in the list', '每個值都要從清單裡的固定位置讀取'],
  [
    'what is done with the failure asks it for more than an error made of several has',
    '處理失敗的程式需要的資訊，合併後的錯誤沒有',
  ],
];
