/** The folder of the articles could not be listed: what was served before stays. Its message is a sentence for the operator. */
export class FolderUnreadable extends Error {
  /** What the file system calls it ("ENOENT"). */
  readonly code: string;

  constructor(folder: string, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    super(`The folder of the articles, ${folder}, cannot be read (${code}); check SEEDS_DIR or --seeds.`, {
      cause,
    });
    this.code = code;
  }
}
