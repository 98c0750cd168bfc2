// The parser for TypeScript. A module of its own, so that the build can put it, with TypeScript inside, in a
// file of its own.
export { meta, parseForESLint } from '@typescript-eslint/parser';
