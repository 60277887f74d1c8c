/** SQLSTATE classes of data that no column takes: 22 (a value outside its type), 54 (nested or long beyond a limit). */
const ofData = /^(22|54)/;

/** Whether the database cannot hold this value, however often it is tried. */
export function isUnstorable(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  const cause = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } } | null)?.meta?.driverAdapterError?.cause;
  return ofData.test(String(cause?.originalCode ?? ""));
}
