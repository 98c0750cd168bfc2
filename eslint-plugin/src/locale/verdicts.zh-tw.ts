// 判斷的句子，繁體中文；次序與 verdict/sentence.ts 的英文相同。
import type { VerdictWords } from '../verdict/sentence.js';
import type { Phrases } from './model.js';

/** 判斷的句子；句子裡的半句話由 `subjects` 翻譯。 */
export const verdictWords: Omit<VerdictWords, 'phrase'> = {
  verdicts: { concurrent: (why) => `可以併發：${why}`, sequential: (why) => `必須依序：${why}` },
  reasons: {
    'loop-carried': ({ subject, at, from }) => `這一輪的結果在 ${from} 存入 \`${subject}\`，下一輪在 ${at} 讀取它`,
    'shared-state': ({ subject, at }) => `每一輪共用的 \`${subject}\` 在 ${at} 改變，併發會打亂它的次序`,
    'left-behind': ({ subject, at, from }) => `失敗之前各輪在 ${from} 寫入 \`${subject}\` 的內容，會在 ${at} 被查看`,
    condition: ({ at }) => `${at} 的條件在每一輪之後都要重新判斷`,
    'early-exit': ({ subject, at }) => `${at} 的 \`${subject}\` 可能依這一輪的情況結束迴圈`,
    time: ({ subject, at }) => `${subject}（${at}）`,
    'serial-resource': ({ subject, at }) => `${at} 用到 ${subject}`,
    chain: ({ subject, at }) => `${subject}（${at}）`,
    'visible-order': ({ subject, at }) => `\`${subject}\` 在 ${at} 顯示的內容會不再依序出現`,
    'already-concurrent': ({ subject, at }) => `${subject}（${at}）`,
    'nothing-to-overlap': ({ subject, at }) =>
      subject === '' ? `${at} 的 \`await\` 其實不必等任何事` : `只有一個項目會走到 ${at} 的 \`await\``,
    repeated: ({ subject, at }) => `${at} 的 \`${subject}\` 沒有用到項目本身，因此每一輪看起來都一樣`,
    stated: ({ subject, at }) => `${at} 的註解這麼說：「${subject}」`,
  },
  independent: '沒有哪一輪需要另一輪',
  bounded: '；因為會寫入，請限制同時執行的數量',
  ordered: (at) => `；${at} 所做的事必須維持次序`,
  pairReasons: {
    needs: ({ subject }) => `它需要 \`${subject}\``,
    'shared-state': ({ subject }) => `\`${subject}\` 由其中一個改變，而另一個或失敗時的程式會看到`,
    'serial-resource': ({ subject, at }) => `${at} 用到 ${subject}`,
    time: ({ subject, at }) => `${subject}（${at}）`,
    guards: ({ subject }) => `\`${subject}\` 可能必須先完成，或用來擋下後面的程式`,
    writes: ({ subject }) =>
      subject === '' ? '看不出其中有哪一個只讀取' : `\`${subject}\` 可能會寫入，次序也許是刻意的`,
    repeats: ({ subject }) => `\`${subject}\` 又問了一次`,
    started: ({ subject }) => `\`${subject}\` 先前已經開始，這裡只是等它`,
    'visible-order': ({ subject }) => `\`${subject}\` 顯示的內容會不再依序出現`,
  },
  pair: (first, second, why) => `${second} 的 \`await\` 要等 ${first} 的：${why}`,
  together: (first, second) => `${first} 與 ${second} 的 \`await\` 彼此無關`,
  none: (place) => `${place} 沒有迴圈或一連串陳述式在等待。`,
};

/** 句子裡的半句話：從哪裡看出來，以及為什麼。 */
export const subjects: Phrases = [
  // 一次只能做一件事的資源
  ['a transaction runs on one connection, one statement at a time', '交易在一條連線上，一次執行一個陳述式'],
  ['schema and query runners hold one connection', 'schema 與 query runner 只占用一條連線'],
  ['a session serves one operation at a time', 'session 一次處理一個操作'],
  ['one connection answers one query at a time', '一條連線一次回答一個查詢'],
  ['all that it does runs on one connection', '它所做的一切都在一條連線上'],
  ['each call moves the one position on', '每次呼叫都會移動同一個位置'],
  ['each call fills the same memory', '每次呼叫都寫進同一塊記憶體'],
  ['one page takes one user action at a time', '一個頁面一次接受一個使用者動作'],
  ['a device carries out one command at a time', '一個裝置一次執行一個指令'],
  ['a prepared statement runs once at a time', '一個預先備妥的陳述式一次執行一遍'],
  ['an edit moves what comes behind it', '一次編輯會移動其後的內容'],
  ['a folder has to be there before what it holds', '要先有資料夾，才能放入內容'],
  [
    'a dialogue on one connection: the next command waits for the answer to the one before it',
    '同一條連線上的對話：前一個指令有了回應，才輪到下一個',
  ],
  ['a person answers one question at a time', '人一次回答一個問題'],
  ['a lock lets one in at a time', '鎖一次放行一個'],
  ['a checkout takes one command at a time', '一個工作目錄一次接受一個指令'],
  ['a hash depends on the order of its input', '雜湊值取決於輸入的次序'],
  ['what is appended comes last', '附加的內容接在最後'],
  ['settings are kept in one file', '設定存放在同一個檔案'],
  ['updates rewrite one settings file', '每次更新都會改寫同一個設定檔'],
  ['a cookie takes the place of one that was set before it', 'cookie 會取代先前設定的同名 cookie'],
  ['migrations build on each other', 'migration 以前一個為基礎'],
  ['packages are put into one tree, and rely on those that are in it', '套件裝進同一棵樹，並依賴樹裡已有的套件'],
  ['changing tables locks them', '變更資料表會鎖住它'],
  ['a document is put together one part after another', '文件是一段接一段組起來的'],
  ['a stream gives its values one by one', '串流一次給一個值'],
  ['named in the options as taking one operation at a time', '選項裡指明一次只能做一件事'],
  // 刻意等待
  ['lets time pass between iterations', '讓每一輪之間隔一段時間'],
  ['waits for something else to happen', '在等別的事情發生'],
  ['keeps a rate', '維持一定的速率'],
  ['is named in the options as waiting on purpose', '在選項裡指明是刻意等待'],
  [
    'the promise that `{{timer}}` resolves lets time pass between iterations',
    '由 `{{timer}}` 完成的 promise 讓每一輪之間隔一段時間',
  ],
  [
    'the promise that `{{emitter}}` resolves waits for an event that all iterations share',
    '由 `{{emitter}}` 完成的 promise，等的是每一輪共用的事件',
  ],
  ['`{{difference}}` measures how long an iteration takes by itself', '`{{difference}}` 測量單獨執行一輪要多久'],
  // 一個接一個
  ['hooks run in the order they were registered', 'hook 依註冊的次序執行'],
  ['each link may rely on what the one before it did', '每一環可能依賴前一環所做的事'],
  ['plugins run in the order they were registered', 'plugin 依註冊的次序執行'],
  ['steps run one after another by name', '名為步驟，就是一步接一步'],
  ['handlers run in the order they were registered', 'handler 依註冊的次序執行'],
  ['hooks and scripts run in a given order', 'hook 與 script 依既定的次序執行'],
  ['entries of a list are run in its order', '清單裡的項目依次序執行'],
  ['modules are loaded for what they do, in their order', '載入這些模組是為了它們所做的事，要依次序'],
  ['tasks are run in the order they are listed', '工作依列出的次序執行'],
  ['what starts later may use what was started before it', '後啟動的可能用到先啟動的'],
  ['a change builds on the changes applied before it', '變更以先前套用的變更為基礎'],
  ['`{{name}}` is told of the items in their order', '`{{name}}` 依項目的次序得知它們'],
  [
    '`{{name}}` is a function that the list holds: such lists are run in order',
    '`{{name}}` 是清單裡的函式：這種清單要依序執行',
  ],
  [
    '`{{name}}` is a function that the item gives: such lists are run in order',
    '`{{name}}` 是項目給的函式：這種清單要依序執行',
  ],
  ['a command sees what the commands before it did', '指令會看到先前的指令所做的事'],
  ['the program changes one tree, which the next run sees', '這個程式會改變同一棵樹，下一次執行就會看到'],
  ['a statement sees what the statements before it did', '陳述式會看到先前的陳述式所做的事'],
  ['each fills the context that the next one is handed', '每一個都會填入要交給下一個的 context'],
  ['it is handed `{{name}}` to fill', '它拿到 `{{name}}` 來填'],
  ['messages are handled in the order in which they came', '訊息要依到達的次序處理'],
  ['each iteration opens the same thing to write into it', '每一輪都打開同一個東西來寫入'],
  ['each is inside the one that was made before it', '每一個都在先前建立的那一個裡面'],
  ['it is handed the whole list beside the item', '除了項目，它還拿到整個清單'],
  ['items may share the record that `{{name}}` names', '不同項目的 `{{name}}` 可能指同一筆資料'],
  // 已經併發
  ['`{{name}}` over promises that outlive the iteration', '`{{name}}` 等的是活得比這一輪久的 promise'],
  ['`{{name}}` is run as one concurrent group', '`{{name}}` 已經整組併發執行'],
  ['`{{name}}` runs one concurrent group', '`{{name}}` 已經併發執行一組'],
  // 說明過的次序
  ['the list is sorted', '清單排過序'],
  ['one of the items is told that it is the last', '其中一個項目會得知自己是最後一個'],
  // 從哪裡看出來
  ['`{{name}}` ({{why}})', '`{{name}}`（{{why}}）'],
  ['`{{name}}`: {{why}}', '`{{name}}`：{{why}}'],
  ['`{{name}}` {{why}}', '`{{name}}` {{why}}'],
];
