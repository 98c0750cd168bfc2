// The parts that the rewrites of `prefer-all-settled` are expected to consist of.

/** The statements that part `results`, and fail with all reasons. */
export const reasons =
  "const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));";
export const values = "results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));";
export const thrown =
  "throw new AggregateError(reasons, `${reasons.length} of ${results.length} failed: ${reasons.join('; ')}`);";

/** What a body of `async function f()` becomes. */
export const f = (...lines: readonly string[]): string => ['async function f() {', ...lines, '}'].join('\n');
export const failures = (output: string) => ({
  messageId: 'failures' as const,
  suggestions: [{ messageId: 'settleFailures' as const, output }],
});
export const lists = (output: string) => ({
  messageId: 'values' as const,
  suggestions: [{ messageId: 'settleValues' as const, output }],
});
