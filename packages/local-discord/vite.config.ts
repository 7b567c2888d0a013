import { defineConfig } from 'vite';

/** The page of the local Discord: one script and one style sheet, which the program serves itself. */
export default defineConfig({
  root: 'src/page',
  base: './',
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: { entryFileNames: 'main.js', assetFileNames: '[name][extname]' },
    },
  },
});
