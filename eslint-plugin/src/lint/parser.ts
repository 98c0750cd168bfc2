// The parser for TypeScript. A module of its own with one function, so that the build can put it, with TypeScript
// inside, in a file that is read at the first call.
export { parseForESLint } from '@typescript-eslint/parser';
