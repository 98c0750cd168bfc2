// For https://github.com/lint-staged/lint-staged: lints the files that are about to be committed.
export default { '*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}': 'gather' };
