/** What the file system calls a failure ("ENOENT"); the error's own words if it has no code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
