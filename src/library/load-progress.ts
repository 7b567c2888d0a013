/** How far a load is, in files. */
export interface LoadProgress {
  readonly read: number;
  readonly of: number;
}
