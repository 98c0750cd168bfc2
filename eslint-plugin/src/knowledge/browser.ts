// What only code has that runs for the one person in front of it: in a browser's page, or in an editor.

/** Globals of a page, and what jQuery adds to them; and those of a browser's extension. */
export const pageGlobals: ReadonlySet<string> = new Set([
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  '$',
  'jQuery',
  // The types of what is dropped, pasted and chosen.
  'DataTransfer',
  'DataTransferItem',
  'DragEvent',
  'ClipboardEvent',
  'FileList',
  'HTMLElement',
  'browser',
  'chrome',
]);

/** Modules that only code imports which runs where there is a page, or an editor; with a `*`, all whose names begin so. */
export const pageModules: readonly string[] = [
  'vscode',
  'vue', 'vuex', 'pinia', 'svelte', '@angular/core', 'react-dom', 'react-redux', '@reduxjs/toolkit', 'zustand', 'jotai', 'recoil', 'swr',
  '@tanstack/react-query', '@tanstack/vue-query', 'prosemirror-*', '@tiptap/*', 'codemirror', '@codemirror/*',
]; // prettier-ignore

/** Hooks of components, which run where there is somebody to look at them. */
export const pageHooks: ReadonlySet<string> = new Set([
  'useState',
  'useEffect',
  'useLayoutEffect',
  'useRef',
  'useCallback',
  'useReducer',
]);
