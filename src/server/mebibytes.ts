/** Bytes as mebibytes to a hundredth, rounded up so that nothing counts as none. */
export function mebibytes(bytes: number): number {
  return Math.ceil((bytes / (1024 * 1024)) * 100) / 100;
}
