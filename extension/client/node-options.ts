// How Node.js is to run the server.

/**
 * A smaller young generation: the server is done with what a lint makes as soon as it is linted, and with V8's own
 * choice it would keep 20 MB more for that.
 */
export const nodeOptions = ['--max-semi-space-size=4'];

/**
 * One arena for `malloc`, which only glibc heeds (mallopt(3)): with one for each of V8's threads, what their compilers
 * free is kept in all of them, 20 MB together.
 * @param compiled folder where Node.js 22 and later keeps what V8 compiled of the server, which then starts sooner
 */
export function nodeEnvironment(compiled: string): Record<string, string> {
  return { NODE_COMPILE_CACHE: compiled, MALLOC_ARENA_MAX: '1' };
}
