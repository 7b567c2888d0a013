import { defaultWorldSeed } from 'local-discord';
import { browserPath, openBrowser, openPage, runCommand, skipNote } from 'local-discord/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPage, runPage } from './running-page.js';

/** What runs on a page that takes text for markup, each its own way; `pwn` is never defined, so that a call would show. */
const HOSTILE = [
  '<script>pwn()</script>',
  '<img src=x onerror=pwn()>',
  '<svg/onload=pwn()>',
  '"><iframe src="javascript:pwn()"></iframe>',
  "'-pwn()-'",
  '<a href="javascript:pwn()">here</a>',
  '[here](javascript:pwn())',
  '[here](data:text/html,<script>pwn()</script>)',
  '<javascript:pwn()>',
  '</textarea><script>pwn()</script>',
  '<style>*{display:none}</style>',
  '<math><mtext><table><mglyph><style><img src=x onerror=pwn()>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is tested.
  '${pwn()}{{constructor.constructor("pwn()")()}}',
  '<!--?lit$1$--><b onclick=pwn()>bold</b>',
  '<form action=//evil.example><input name=me autofocus onfocus=pwn()>',
  '<base href=//evil.example><meta http-equiv=refresh content="0;url=//evil.example">',
  '&lt;script&gt;pwn()&lt;/script&gt;',
  '\u202Egnp.evil\u0000<img src=x onerror=pwn()>',
];

/** Elements that no text may bring about. */
const FOREIGN =
  '#app :is(script, style, img, iframe, object, embed, base, meta, math, video, link, form[action])';

describe.skipIf(browserPath === undefined)(`hostile text on the page${skipNote}`, () => {
  let running: RunningPage;
  let browser: Browser;
  let page: Page;
  let troubles: readonly string[];

  beforeAll(async () => {
    const seeds = Object.fromEntries(
      HOSTILE.map((text, index) => [
        `hostile-${index}.md`,
        `---\ntitle: ${JSON.stringify(`Keeper ${text}`)}\npublisher: ${JSON.stringify(text)}\n---\nThe keeper of lamp ${index} wrote ${text} on the wall.\n`,
      ]),
    );
    const users = defaultWorldSeed.users.map((user, index) => ({
      ...user,
      name: HOSTILE[index] ?? user.key,
    }));
    const guilds = defaultWorldSeed.guilds.map((guild) => ({
      ...guild,
      name: `<img src=x onerror=pwn()> ${guild.name}`,
      channels: guild.channels.map((channel) => ({ ...channel, topic: '<svg/onload=pwn()>' })),
    }));
    [running, browser] = await Promise.all([
      runPage(seeds, { world: { ...defaultWorldSeed, users, guilds } }),
      openBrowser(),
    ]);
    ({ page, troubles } = await openPage(browser, running.sandbox.url));
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });

  async function expectHarmless(): Promise<void> {
    expect(troubles).toEqual([]);
    expect(await page.locator(FOREIGN).count()).toBe(0);
    const handlers = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .flatMap(({ attributes }) =>
          [...attributes].filter(
            ({ name, value }) => name.startsWith('on') || /^\s*(javascript|data):/i.test(value),
          ),
        )
        .map(({ name, value }) => `${name}=${value}`),
    );
    expect(handlers).toEqual([]);
  }

  it('in messages is shown as it was written', async () => {
    for (const text of HOSTILE) await say(text);
    await expect.poll(() => page.locator('.message .content').count()).toBeGreaterThanOrEqual(HOSTILE.length);
    const shown = await page.locator('.message .content').allInnerTexts();
    expect(shown.slice(0, 2)).toEqual(HOSTILE.slice(0, 2));
    await expectHarmless();
  });

  it('in questions, titles, bodies and publishers is shown and does nothing', async () => {
    for (const text of [HOSTILE[1], HOSTILE[3], HOSTILE[6]])
      await runCommand(page, 'ask', { question: `Keeper ${text}?` });
    const answer = await runCommand(page, 'search', { words: 'keeper wrote' });
    for (let turn = 0; turn < 3; turn += 1) {
      await answer.locator('.follow').first().click();
      await page.locator('.reader mark').waitFor();
      await expect
        .poll(() => page.locator('.reader mark').innerText())
        .toMatch(/^The keeper of lamp \d+ wrote /);
      await expectHarmless();
      const place = await answer.locator('.component-row').last().textContent();
      await answer.getByRole('button', { name: 'Next' }).click();
      await expect.poll(() => answer.locator('.component-row').last().textContent()).not.toBe(place);
    }
    await runCommand(page, 'sources');
    await expectHarmless();
  });

  it('in names of people, servers and topics is shown as it stands', async () => {
    await page.getByRole('button', { name: 'Switch' }).click();
    expect(await page.locator('.identity-card label b').allInnerTexts()).toEqual(HOSTILE.slice(0, 5));
    await expect.poll(() => page.locator('.topic').innerText()).toBe('<svg/onload=pwn()>');
    await expectHarmless();
    await page.keyboard.press('Escape');
  });

  it('in a payload is shown as JSON', async () => {
    const message = page.locator('.message').first();
    await message.hover();
    await message.getByRole('button', { name: 'Payload' }).click();
    await page.locator('.json', { hasText: '<script>pwn()</script>' }).first().waitFor();
    await expectHarmless();
  });

  it('could not run even as markup: the policy refuses inline scripts, handlers, styles and other hosts', async () => {
    const refused = await page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        directives.push(effectiveDirective),
      );
      const script = document.createElement('script');
      const tries = [
        () => script.append('window.ran = true'),
        () => document.head.append(script),
        () => document.body.setAttribute('onclick', 'window.ran = true'),
        () => document.body.setAttribute('style', 'display: none'),
        () => document.body.append(Object.assign(new Image(), { src: 'https://evil.example/x.png' })),
        () => (document.body.innerHTML = '<b>markup</b>'),
      ];
      for (const attempt of tries) {
        try {
          attempt();
        } catch (error) {
          directives.push(error instanceof TypeError ? 'thrown' : String(error));
        }
      }
      await fetch('https://evil.example/').catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [...new Set(directives), String('ran' in window)];
    });
    expect(refused).toEqual(
      expect.arrayContaining([
        'require-trusted-types-for',
        'style-src-attr',
        'img-src',
        'connect-src',
        'thrown',
        'false',
      ]),
    );
  });

  async function say(text: string): Promise<void> {
    await page.fill('#composer-line', text);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#composer-line')?.value === '',
    );
  }
});
