// What the command complains of, in Chinese: whole lines, and the parts that go into them. The first that fits is taken.
import type { Phrases } from '../locale/model.js';

export const complaints: Phrases = [
  ['error: {{what}}', '錯誤：{{what}}'],
  ['warning: {{what}}', '警告：{{what}}'],

  // Arguments, as commander has them and as we do.
  ["unknown option '{{flag}}'", '沒有 {{flag}} 這個選項'],
  ['(Did you mean {{flag}}?)', '（是不是要用 {{flag}}？）'],
  ['Run "gather --help" for the options.', '用「gather --help」看所有選項。'],
  ["option '{{option}}' argument missing", '選項 {{option}} 少了值'],
  ["option '{{option}}' argument '{{value}}' is invalid. {{why}}", '選項 {{option}} 不能是「{{value}}」。{{why}}'],
  ['Allowed choices are {{choices}}.', '可以用的有：{{choices}}。'],
  ['Give a whole number, 0 or more.', '請給 0 以上的整數。'],
  ['Give "auto", or a number from 1 to 99.', '請給「auto」，或 1 到 99 的數字。'],
  ["option '{{one}}' cannot be used with option '{{other}}'", '選項 {{one}} 不能和 {{other}} 一起用'],
  ['--explain takes one place and no paths', '--explain 只接受一個位置，不能再給路徑'],
  ['--stdin-filename takes no paths', '--stdin-filename 不能再給路徑'],
  ['--dry-run needs --fix', '--dry-run 要和 --fix 一起用'],

  // Paths and places.
  [
    'A path is empty: name a file or a folder, or "." for all of this one.',
    '有一個路徑是空的：請給檔案或資料夾，或用「.」表示整個目前的資料夾。',
  ],
  [
    'There is no "{{path}}": check the spelling, and name files or folders rather than patterns.',
    '沒有「{{path}}」：請檢查拼法，並且給檔案或資料夾，不要給萬用字元。',
  ],
  [
    '"{{place}}" is no place: write FILE:LINE or FILE:LINE:COLUMN.',
    '「{{place}}」不是位置：請寫成「檔案:行」或「檔案:行:欄」。',
  ],
  [
    'Line {{line}} of {{file}} has no column {{column}}: name one from 1 to {{last}}.',
    '{{file}} 第 {{line}} 行沒有第 {{column}} 欄：請給 1 到 {{last}}。',
  ],
  ['{{file}} has no line {{line}}: name one from 1 to {{last}}.', '{{file}} 沒有第 {{line}} 行：請給 1 到 {{last}}。'],
  ['There is no folder for {{file}}: make it first.', '{{file}} 的資料夾不存在：請先建立。'],

  // `--fix` and `--base`.
  ['There is no rule "{{rule}}": did you mean "{{other}}"?', '沒有「{{rule}}」這條規則：是不是「{{other}}」？'],
  [
    'The rule "{{rule}}" has no suggestion "{{which}}": did you mean "{{other}}"?',
    '規則「{{rule}}」沒有「{{which}}」這項建議：是不是「{{other}}」？',
  ],
  [
    'No finding has the suggestion "{{which}}": they have {{offered}}',
    '沒有一項發現有「{{which}}」這項建議：有的是 {{offered}}',
  ],
  [
    '"{{base}}" is no name of a commit: name a branch, a tag or a hash.',
    '「{{base}}」不是 commit 的名稱：請給分支、標籤或雜湊值。',
  ],
  [
    '--base: This clone lacks the history of "{{base}}": run "{{command}}", or check out with "{{depth}}".',
    '--base：這份 clone 沒有「{{base}}」的歷史：請執行「{{command}}」，或在 checkout 時設定「{{depth}}」。',
  ],
  ['--base: "{{base}}" and this branch have no commit in common.', '--base：「{{base}}」和這個分支沒有共同的 commit。'],
  ['--base needs git, which could not be run: {{why}}.', '--base 需要 git，但無法執行 git：{{why}}。'],
  ['--base: git says "{{what}}".', '--base：git 說「{{what}}」。'],

  // Nothing to lint, or nothing to lint it with.
  ['Gather needs ESLint beside it: run "{{command}}".', 'Gather 需要一併安裝 ESLint：請執行「{{command}}」。'],
  [
    'Nothing was linted: these paths hold no JavaScript or TypeScript but what is ignored or minified. Name a file to lint it all the same.',
    '沒有檢查任何檔案：這些路徑裡的 JavaScript 或 TypeScript 不是被忽略，就是壓縮過的。指名檔案就會檢查它。',
  ],
  [
    'Nothing was linted: the branch changed no JavaScript or TypeScript here.',
    '沒有檢查任何檔案：這個分支在這裡沒有更動 JavaScript 或 TypeScript。',
  ],
  [
    'Nothing was linted: the project’s ESLint configuration leaves these files out. Lint them all the same by --no-config-lookup.',
    '沒有檢查任何檔案：專案的 ESLint 設定略過了這些檔案。用 --no-config-lookup 就會檢查。',
  ],
  [
    'Nothing was linted: what reads Vue, Svelte and Astro files is not installed here. Install vue-eslint-parser, svelte-eslint-parser or astro-eslint-parser.',
    '沒有檢查任何檔案：這裡沒有安裝 Vue、Svelte、Astro 的剖析器。請安裝 vue-eslint-parser、svelte-eslint-parser 或 astro-eslint-parser。',
  ],
  [
    'The project’s ESLint configuration cannot be loaded, so the recommended rules are used: {{why}}',
    '無法載入專案的 ESLint 設定，所以使用建議的規則：{{why}}',
  ],
  ['Nothing is remembered for the next run: {{what}}', '下次執行無法沿用這次的結果：{{what}}'],

  // What goes behind a path. With a full stop where it is a sentence.
  ['The standard input {{what}}.', '標準輸入{{what}}。'],
  ['The standard output {{what}}.', '標準輸出{{what}}。'],
  ['is a binary file', '是二進位檔'],
  ['is not valid {{encoding}}: save it as UTF-8', '不是正確的 {{encoding}}：請存成 UTF-8'],
  ['cannot be written: {{why}}', '無法寫入：{{why}}'],
  ['{{file}} is left as it is: {{why}}', '{{file}} 維持原狀：{{why}}'],
  ['with the suggestion applied it {{what}}', '套用建議之後{{what}}'],
  ['it changed meanwhile, or is not saved as UTF-8', '它在這段期間改變了，或不是存成 UTF-8'],
  ['it cannot be written: {{why}}', '無法寫入：{{why}}'],
  [
    'cannot be parsed: {{why}} (line {{line}}, column {{column}})',
    '無法剖析：{{why}}（第 {{line}} 行，第 {{column}} 欄）',
  ],
  ['{{file}} made Gather fail: {{why}}', '{{file}} 讓 Gather 出錯：{{why}}'],
  [
    '{{file}} cannot be parsed: {{why}} (line {{line}}, column {{column}})',
    '{{file}} 無法剖析：{{why}}（第 {{line}} 行，第 {{column}} 欄）',
  ],
  ['{{file}} cannot be read: {{why}}', '{{file}} 無法讀取：{{why}}'],
  ['{{file}} cannot be written: {{why}}.', '{{file}} 無法寫入：{{why}}。'],
  ['{{file}} cannot be written: {{why}}', '{{file}} 無法寫入：{{why}}'],
  ['{{file}} does not end in one of {{endings}}.', '{{file}} 的結尾不是 {{endings}} 之一。'],
  ['{{file}} does not end in one of {{endings}}', '{{file}} 的結尾不是 {{endings}} 之一'],
  [
    '{{file}} has more suggestions than a report can hold: the longest are left out',
    '{{file}} 的建議太多，報告放不下：略去最長的',
  ],
  ['{{file}} is a binary file', '{{file}} 是二進位檔'],
  ['{{file}} is larger than {{size}}', '{{file}} 大於 {{size}}'],
  ['{{file}} is not a file', '{{file}} 不是檔案'],
  ['{{file}} is not valid {{encoding}}: save it as UTF-8', '{{file}} 不是正確的 {{encoding}}：請存成 UTF-8'],
  ['{{file}} is not there, or is a link to nothing', '{{file}} 不存在，或是指向不存在之處的連結'],
  ['{{file}} is a link that leads back to itself', '{{file}} 是指回自己的連結'],
  ['permission denied', '沒有權限'],
  ['it is a folder', '它是資料夾'],
  ['the disk is full', '磁碟已滿'],
  ['the disk is read-only', '磁碟是唯讀的'],
];
