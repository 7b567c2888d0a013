import { createRequire } from 'node:module';
import { browserPath, fillCommand, openBrowser, openPage, runCommand, skipNote } from 'local-discord/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPage, runPage } from './running-page.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Without motion, and with axe let in, which the page's policy would refuse like any other script. */
const CALM = { reducedMotion: 'reduce', bypassCSP: true } as const;

/** Stops of the Tab key at most: the messages of the tests before it have buttons of their own. */
const MOST_STOPS = 200;

/** What axe finds wrong by all of its rules, or these, as `rule: element`; none for a page that anyone can use. */
async function findViolations(page: Page, rules: readonly string[]): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(runOnly.length === 0 ? {} : { runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rules);
}

describe.skipIf(browserPath === undefined)(`the page for everyone${skipNote}`, () => {
  let running: RunningPage;
  let browser: Browser;
  beforeAll(async () => {
    [running, browser] = await Promise.all([runPage(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });

  // In the light the page is the same but for its colours.
  it.each([
    { colorScheme: 'dark', rules: [] },
    { colorScheme: 'light', rules: ['color-contrast'] },
  ] as const)('has no violation that axe finds, $colorScheme', async ({ colorScheme, rules }) => {
    const { page } = await openPage(browser, running.sandbox.url, { colorScheme, ...CALM });
    await page.addScriptTag({ path: AXE });
    await page.locator('.examples button').first().waitFor();
    expect(await findViolations(page, rules)).toEqual([]);
    const answer = await runCommand(page, 'search', { words: 'keeper lighthouse' });
    await answer.locator('.follow').first().click();
    await page.locator('.reader mark').waitFor();
    await fillCommand(page, 'who', { name: 'win' });
    await page.locator('#choices').waitFor();
    expect(await findViolations(page, rules)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    // It shows on hover only, and the message may be drawn anew between the two.
    await answer.getByRole('button', { name: 'Payload' }).dispatchEvent('click');
    await page.locator('.json').first().waitFor();
    await page.fill('#composer-line', '/');
    await page.locator('#completions').waitFor();
    expect(await findViolations(page, rules)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.fill('#composer-line', '');
    await runCommand(page, 'help');
    await answer.focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=menu]').waitFor();
    expect(await findViolations(page, rules)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Switch' }).click();
    expect(await findViolations(page, rules)).toEqual([]);
    await page.context().close();
  });

  it('has no violation that axe finds on a narrow screen, where nothing is cut off', async () => {
    const viewport = { width: 360, height: 640 };
    const { page } = await openPage(browser, running.sandbox.url, { viewport, ...CALM });
    await page.addScriptTag({ path: AXE });
    const answer = await runCommand(page, 'search', { words: 'keeper lighthouse' });
    const isOverflowing = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(await isOverflowing()).toBe(false);
    await answer.locator('.follow').first().click();
    await page.locator('.reader mark').waitFor();
    expect(await findViolations(page, [])).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Servers and channels' }).click();
    await page.getByRole('button', { name: 'Switch' }).click();
    expect(await findViolations(page, [])).toEqual([]);
    expect(await isOverflowing()).toBe(false);
    await page.context().close();
  });

  it('is reached by keyboard alone: places, tools, messages, their buttons, the line', async () => {
    const { page } = await openPage(browser, running.sandbox.url);
    await runCommand(page, 'search', { words: 'keeper lighthouse' });
    await page.focus('.skip');
    const reached = new Set(['Skip to the message line']);
    for (let presses = 0; presses < MOST_STOPS; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      });
      reached.add(name);
      if (name === 'Send') break;
    }
    for (const name of [
      'Skip to the message line',
      'Harbour News',
      'newsroom',
      'Rules kept',
      'Articles',
      'Next',
      'Attach files',
      'Message #general',
      'Send',
    ]) {
      expect([...reached]).toContain(name);
    }
    // A visit that has touched nothing: the newest message is a stop of the Tab key all the same.
    await page.reload();
    await page.locator('.message[tabindex="0"]').waitFor();
    await page.focus('.message');
    await page.keyboard.press('r');
    await page.locator('.reply-bar').waitFor();
    await page.context().close();
  });

  it('stands still for those who ask for less motion', async () => {
    const { page } = await openPage(browser, running.sandbox.url, { reducedMotion: 'reduce' });
    const answer = await runCommand(page, 'ask', { question: 'How many boats have to move?' });
    await answer.locator('.follow').first().click();
    await page.locator('.reader mark').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.context().close();
  });
});
