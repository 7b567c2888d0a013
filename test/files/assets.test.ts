import { expect, test } from 'vitest';
import { assetPath, findAsset, readAsset } from '../../src/files/assets.js';

test('a shipped file is named from the package’s root', () => {
  expect(assetPath('packages/local-discord/src/page/index.html')).toMatch(
    /local-discord[\\/]src[\\/]page[\\/]index\.html$/,
  );
  expect(new TextDecoder().decode(readAsset('packages/local-discord/src/page/index.html'))).toMatch(
    /^<!doctype html>/,
  );
});

test('a file that may be missing is undefined, one that may not is an error, and so is one outside the package', async () => {
  expect(await findAsset('packages/local-discord/src/page/nothing.html')).toBeUndefined();
  expect(() => readAsset('packages/local-discord/src/page/nothing.html')).toThrow('ENOENT');
  expect(() => assetPath('../elsewhere.txt')).toThrow(
    '"../elsewhere.txt" is outside the package; name a file from the package\'s root.',
  );
});
