import {
  browserPath,
  fillCommand,
  type OpenPage,
  openBrowser,
  openPage,
  runCommand,
  skipNote,
} from 'local-discord/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPage, runPage } from './running-page.js';

describe.skipIf(browserPath === undefined)(`the page with the bot${skipNote}`, () => {
  let running: RunningPage;
  let browser: Browser;
  let open: OpenPage;
  let page: Page;
  beforeAll(async () => {
    [running, browser] = await Promise.all([runPage(), openBrowser()]);
    open = await openPage(browser, running.sandbox.url);
    page = open.page;
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });
  /** Nothing fails unseen, and nothing leaves the machine, whatever the test looks at. */
  afterEach(async () => {
    expect(open.troubles).toEqual([]);
    expect(running.sandbox.breaches()).toEqual([]);
  });
  /** A first visit: whoever was there before has left nothing behind. */
  async function visit(): Promise<void> {
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.waitForSelector('#composer-line');
  }
  const become = async (key: string) => {
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.check(`.identity input[value=${key}]`);
    await page.keyboard.press('Escape');
  };

  it('offers questions on a first visit that the articles answer', async () => {
    await visit();
    const examples = page.locator('.examples button');
    // They are looked for while the page is there already.
    await examples.first().waitFor({ timeout: 60_000 });
    const question = ((await examples.first().textContent()) ?? '').trim();
    const before = await page.locator('.message').count();
    await examples.first().click();
    const answer = page.locator('.message').nth(before);
    await answer.locator('.heading').waitFor();
    await expect.poll(async () => (await answer.locator('.heading').innerText()).trim()).toBe(question);
    await expect.poll(() => answer.locator('.origin').innerText()).toContain('used');
    await answer.locator('blockquote').first().waitFor();
  });

  it('marks the very words of a citation in the article beside the channel', async () => {
    await visit();
    const answer = await runCommand(page, 'ask', { question: 'How many boats have to move?' });
    await answer.locator('.follow').first().click();
    const mark = page.locator('.reader mark');
    await mark.waitFor();
    await expect
      .poll(() => mark.innerText())
      .toBe(
        '“We have waited nine years for this,” said Ada Winter, the harbour master. She warned that 40 boats would have to move.',
      );
    await expect.poll(() => page.locator('.reader h3').innerText()).toBe('Pier [closes] for repairs');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('mark');
    await page.keyboard.press('Escape');
    await page.locator('.reader').waitFor({ state: 'detached' });
  });

  it('leads from the button beside an excerpt to the passage on the web, in a page of its own', async () => {
    await visit();
    const answer = await runCommand(page, 'ask', { question: 'How many boats have to move?' });
    const link = answer.locator('.accessory a').first();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/courier\.example\/pier#:~:text=/);
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('opens the list of commands with / and leads the keyboard through an option with choices', async () => {
    await visit();
    await page.locator('#composer-line').pressSequentially('/');
    const list = page.locator('#completions [role=option]');
    await list.first().waitFor();
    await expect.poll(() => list.first().innerText()).toContain('Ask the articles a question');
    await page.keyboard.type('who');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wint');
    await page.locator('#choices [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#option-name', 'aria-activedescendant')).toBe('choices-0');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#option-name')).toBe('Ada Winter');
    const before = await page.locator('.message').count();
    await page.keyboard.press('Enter');
    await page.locator('.message').nth(before).locator('.container').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('composer-line');
  });

  it('says which required option is missing and sends nothing', async () => {
    await visit();
    await fillCommand(page, 'ask');
    const before = await page.locator('.message').count();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.command-form [role=alert]').innerText())
      .toBe('The option “question” is required.');
    expect(await page.locator('.message').count()).toBe(before);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#composer-line:focus');
  });

  it('completes the bot’s mention with @ and sends with Enter; the up-arrow brings it back', async () => {
    await visit();
    await page.locator('#composer-line').pressSequentially('@Foo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('how many boats have to move?');
    const before = await page.locator('.message').count();
    await page.keyboard.press('Enter');
    const answer = page.locator('.message').nth(before + 1);
    await answer.locator('.container').waitFor();
    await expect
      .poll(() => page.locator('.message').nth(before).locator('.mention').innerText())
      .toBe('@Footnote');
    await expect.poll(() => answer.locator('.origin').innerText()).toContain('@Footnote how many boats');
    await page.keyboard.press('ArrowUp');
    expect(await page.inputValue('#composer-line')).toBe('@Footnote how many boats have to move?');
  });

  it('answers a message from its menu, opened and used by keyboard alone', async () => {
    await visit();
    await page.locator('#composer-line').pressSequentially('What will the work cost?');
    await page.keyboard.press('Enter');
    const message = page.locator('.message', { hasText: 'What will the work cost?' }).last();
    await message.focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=menu] [role=menuitem]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    const before = await page.locator('.message').count();
    await page.keyboard.press('Enter');
    const answer = page.locator('.message').nth(before);
    await answer.locator('.container').waitFor();
    await expect
      .poll(() => answer.locator('.origin .mention').innerText())
      .toBe('Ask the articles about this');
  });

  it('turns the pages of a longer result', async () => {
    await visit();
    const answer = await runCommand(page, 'search', { words: 'keeper lighthouse' });
    const first = await answer.locator('blockquote').first().textContent();
    await answer.getByRole('button', { name: 'Next' }).click();
    await answer.getByRole('button', { name: 'Page 2 of 3' }).waitFor();
    await expect.poll(() => answer.locator('blockquote').first().textContent()).not.toBe(first);
    expect(await answer.getByRole('button', { name: 'Page 2 of 3' }).isDisabled()).toBe(true);
  });

  it('shows each person what is theirs: commands, servers, private replies', async () => {
    await visit();
    const help = await runCommand(page, 'help');
    await expect.poll(() => help.locator('.only-you-note').innerText()).toContain('Only you can see this');
    const id = await help.getAttribute('data-id');
    const hasReload = async () => {
      await page.fill('#composer-line', '/re');
      await page.waitForTimeout(50);
      const count = await page.locator('#completions [role=option]').count();
      await page.fill('#composer-line', '');
      return count > 0;
    };
    expect(await hasReload()).toBe(false);
    await become('ines');
    await expect.poll(() => page.locator(`.message[data-id="${id}"]`).count()).toBe(0);
    expect(await hasReload()).toBe(true);
    expect(await page.locator('.rail button').count()).toBe(3);
    await become('tomas');
    await expect.poll(() => page.getByRole('button', { name: 'The Reading Room' }).count()).toBe(0);
    await become('mira');
    await page.locator(`.message[data-id="${id}"]`).getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => page.locator(`.message[data-id="${id}"]`).count()).toBe(0);
  });

  it('answers in direct messages without a mention', async () => {
    await visit();
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.locator('h1', { hasText: 'Footnote' }).waitFor();
    await page.fill('#composer-line', 'How many boats have to move?');
    await page.keyboard.press('Enter');
    await page.locator('.message .container').first().waitFor();
  });

  it('tells the bot of the language that is chosen', async () => {
    await visit();
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.selectOption('.identity-choice select >> nth=0', 'de');
    await expect.poll(() => running.sandbox.world.person('mira').locale).toBe('de');
    await page.selectOption('.identity-choice select >> nth=0', 'en-US');
    await expect.poll(() => running.sandbox.world.person('mira').locale).toBe('en-US');
  });

  it('shows the payload of a message as it was sent, and the checks that it passed', async () => {
    await visit();
    const answer = await runCommand(page, 'sources');
    await answer.hover();
    await answer.getByRole('button', { name: 'Payload' }).click();
    await page.locator('.checks .good').first().waitFor();
    await expect.poll(() => page.locator('.checks').first().innerText()).toContain('✓ message-components');
    await expect
      .poll(() => page.locator('.request h3').last().innerText())
      .toMatch(/PATCH \/webhooks\/.+ 200/);
    await expect.poll(() => page.locator('.json').last().innerText()).toContain('"accent_color"');
  });
});
