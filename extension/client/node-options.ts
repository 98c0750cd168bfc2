// How Node.js is to run the server.

/**
 * A smaller young generation: the server is done with what a lint makes as soon as it is linted, and with V8's own
 * choice it would keep 20 MB more for that.
 */
export const nodeOptions = ['--max-semi-space-size=4'];
