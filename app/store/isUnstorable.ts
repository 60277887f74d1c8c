/** SQLSTATE classes of data that no column takes: 22 (a value outside its type), 54 (nested or long beyond a limit). */
const ofData = /^(22|54)/;

/** Whether the database cannot hold this value, however often it is tried: by what its driver says of a statement of our own. */
export function isUnstorable(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" && ofData.test(code);
}
