import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Packages of ours are tested from their source, so that nothing has to be built first.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
    globalSetup: ['test/reading/thread-script.ts', 'test/encoder/encoder-script.ts'],
    // Half of the time one worker waits: for a browser, a reader's process or a local Discord. Two take little more than half as long.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is polled may wait for a browser that shares its processor with other tests.
    expect: { poll: { timeout: 10_000 } },
    // Test files share their worker's modules: loading discord.js, the schemas and the weights anew for each
    // file took as long as the tests. No module of ours keeps state that a test could leave behind.
    isolate: false,
  },
});
