import { validateHeaderValue } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameUserAgent } from '../../src/fetch/user-agent.js';

test('the user agent names the version, and whom to turn to where there is somebody', () => {
  expect(nameUserAgent('0.1.0', null)).toBe('Footnote/0.1.0');
  expect(nameUserAgent('0.1.0', '')).toBe('Footnote/0.1.0');
  expect(nameUserAgent('0.1.0', 'https://keeper.example/bot')).toBe(
    'Footnote/0.1.0 (+https://keeper.example/bot)',
  );
  expect(nameUserAgent('0.1.0', 'mailto:ada@keeper.example')).toBe(
    'Footnote/0.1.0 (+mailto:ada@keeper.example)',
  );
});

test('whatever the contact is, the header can be sent and holds nothing but it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (contact) => {
      const agent = nameUserAgent('0.1.0', contact);
      expect(() => validateHeaderValue('user-agent', agent)).not.toThrow();
      expect(agent).toMatch(/^Footnote\/0\.1\.0(?: \(\+[^()\s]+\))?$/);
    }),
  );
});
