// What only code has that runs in a browser's page.

/** Globals of a page, and what jQuery adds to them. */
export const pageGlobals: ReadonlySet<string> = new Set([
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  '$',
  'jQuery',
]);

/** Hooks of components, which run where there is somebody to look at them. */
export const pageHooks: ReadonlySet<string> = new Set([
  'useState',
  'useEffect',
  'useLayoutEffect',
  'useRef',
  'useCallback',
  'useReducer',
]);
