import type { RuntimeName } from './encoder.js';

/**
 * The runtimes to try on this platform, the fastest first. The native one needs glibc on Linux; a system with another C library
 * may load it all the same and end the process then, so it is not tried there.
 */
export function runtimesHere(): readonly RuntimeName[] {
  return process.platform === 'linux' && !hasGlibc() ? ['wasm'] : ['native', 'wasm'];
}

function hasGlibc(): boolean {
  // Without this the report asks for the names of this machine's network addresses.
  Object.assign(process.report, { excludeNetwork: true });
  const report: unknown = process.report.getReport();
  return JSON.stringify(report).includes('"glibcVersionRuntime"');
}
