import { readFileSync } from 'node:fs';
import { canSee } from 'local-discord';
import {
  browserPath,
  type OpenPage,
  openBrowser,
  openPage,
  runCommand,
  skipNote,
} from 'local-discord/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExcerpt } from '../../src/answer/excerpt.js';
import { placeOf } from '../../src/answer/passage.js';
import { readSource } from '../../src/article/read-source.js';
import { encodeControl } from '../../src/discord/controls/control-id.js';
import { spanOf } from '../discord/harbour-article.js';
import { SEEDS } from '../discord/running-bot.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';
import { type RunningPage, runPage } from './running-page.js';

/** An article of the server `harbour` alone: its words are nowhere else. */
const FERRY = `---
title: Ferry to Quillmere
publisher: Quillmere Post
published: 2031-06-01
---
The new ferry to Quillmere will carry 311 passengers.

The zephyrine hull was built by Odalys Brandt.
`;
const CANARY = /zephyrine|quillmere|odalys|brandt|311 passengers/iu;
const NAME = 'ferry-to-quillmere';
const WORDS = 'The zephyrine hull was built by Odalys Brandt.';

/** The control by which a reply that cites the words holds where they stand. */
function citingId(): string {
  const read = readSource({ file: `server:${NAME}.md`, bytes: new TextEncoder().encode(FERRY) });
  if (!read.ok) throw new Error('The ferry cannot be read.');
  const excerpt = createExcerpt(read.article, spanOf(read.article.text, WORDS));
  const id = encodeControl({ kind: 'show', command: 'passage open', options: { ...placeOf(excerpt) } });
  return id ?? '';
}

let temporary: TemporaryStore;
let running: RunningPage;

/** Puts a text in the place of the server's own article. */
async function keep(text: string): Promise<void> {
  const source = {
    guildId: running.sandbox.world.server('harbour').id,
    name: NAME,
    title: 'Ferry to Quillmere',
    ending: 'md',
    bytes: new TextEncoder().encode(text),
    fetchedFrom: null,
    fetchedAt: null,
    addedBy: null,
    feed: null,
    addedAt: new Date(),
  };
  await temporary.store.sources.put(source, { count: 20, bytes: 1_000_000 });
}

async function reload(): Promise<void> {
  await running.sandbox.as('ines').run({ channel: 'harbour/general', name: 'reload' }).reply();
}

beforeAll(async () => {
  temporary = await openTemporary();
  const limits = { count: 20, bytes: 1_000_000 };
  const hospital = readFileSync(new URL('../fixtures/languages/ar.md', import.meta.url), 'utf8');
  running = await runPage(
    { ...SEEDS, 'hospital.md': hospital },
    {},
    { store: temporary.store, limits, pages: null, graceDays: 30 },
  );
  await keep(FERRY);
});
afterAll(async () => {
  expect(running.sandbox.breaches()).toEqual([]);
  await running.stop();
  await temporary.remove();
});

/** All that the page can ask for of the articles, by someone who looks at a channel. */
async function readAs(as: string, channel: string): Promise<{ statuses: number[]; text: string }> {
  const { url } = running.sandbox;
  const where = new URLSearchParams({ as, channel }).toString();
  const cited = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: citingId() }),
  };
  const responses = await Promise.all([
    fetch(`${url}/sandbox/articles?${where}`),
    fetch(`${url}/sandbox/article?id=server:${NAME}&${where}`),
    fetch(`${url}/sandbox/locate?${where}`, cited),
  ]);
  const texts = await Promise.all(responses.map((response) => response.text()));
  // What was asked for comes back in a sentence: it is no byte of the article.
  const text = texts.join('\n').replaceAll(`\\"server:${NAME}\\"`, '');
  return { statuses: responses.map(({ status }) => status), text };
}

describe('a server’s own article on the page', () => {
  it('is read by whoever sees a channel of that server, and not a byte of it by anybody else or anywhere else', async () => {
    const { world } = running.sandbox;
    const seenBy: string[] = [];
    for (const { key, user } of world.people) {
      for (const place of world.places()) {
        const { statuses, text } = await readAs(key, place.id);
        if (statuses[0] === 403) expect(statuses).toEqual([403, 403, 403]);
        expect([key, place.key, statuses[0] === 403]).toEqual([
          key,
          place.key,
          !canSee(world, place, user.id),
        ]);
        if (!CANARY.test(text)) continue;
        expect(statuses).toEqual([200, 200, 200]);
        seenBy.push(`${key} in ${place.key}`);
      }
    }
    const channels = ['harbour/general', 'harbour/newsroom'];
    expect(seenBy.toSorted()).toEqual(
      ['ines', 'mira', 'oskar', 'tomas'].flatMap((key) => channels.map((channel) => `${key} in ${channel}`)),
    );
    expect((await readAs('mira', '')).statuses).toEqual([400, 400, 400]);
    expect((await readAs('', 'harbour/general')).statuses).toEqual([400, 400, 400]);
  });

  it('is not read while the bot is not in the server, though it is kept for its return', async () => {
    running.sandbox.removeBot('harbour');
    const { statuses, text } = await readAs('mira', 'harbour/general');
    expect([statuses, CANARY.test(text)]).toEqual([[200, 404, 200], false]);
    running.sandbox.addBot('harbour');
    expect((await readAs('mira', 'harbour/general')).text).toMatch(CANARY);
  });
});

describe.skipIf(browserPath === undefined)(`the reader${skipNote}`, () => {
  let browser: Browser;
  let open: OpenPage;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    open = await openPage(browser, running.sandbox.url);
    page = open.page;
  });
  afterAll(async () => {
    expect(open.troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
    await browser.close();
  });
  const marked = () => page.locator('.reader mark').innerText();
  const shown = () => page.evaluate(() => document.body.innerText);
  const ask = (options: Readonly<Record<string, string>> = {}) =>
    runCommand(page, 'ask', { question: 'Who built the zephyrine hull?', ...options });

  it('marks words of a server’s own article, of a private reply too, and puts them away where another server is looked at', async () => {
    const answer = await ask({ private: 'true' });
    await answer.locator('.only-you-note').waitFor();
    await answer.locator('.follow').first().click();
    await expect.poll(marked).toBe(WORDS);
    await page.getByRole('button', { name: 'The Reading Room' }).click();
    await page.locator('h1', { hasText: 'general' }).waitFor();
    await page.locator('.reader').waitFor({ state: 'detached' });
    await expect.poll(shown).not.toMatch(CANARY);
    await page.click('[title="The articles"]');
    await page.locator('.reader h3').waitFor();
    expect(await shown()).not.toMatch(CANARY);
    await page.getByRole('button', { name: 'Harbour News' }).click();
    await expect
      .poll(() => page.locator('.reader-choice option').allInnerTexts())
      .toContain('Ferry to Quillmere');
  });

  it('follows a citation after a restart, and says so where the article has changed or is there no more', async () => {
    const answer = await ask();
    const follow = () => answer.locator('.follow').first().click();
    await running.restart();
    await follow();
    await expect.poll(marked).toBe(WORDS);
    expect(await page.locator('.remark').count()).toBe(0);
    await keep(FERRY.replace('zephyrine', 'wooden'));
    await reload();
    await follow();
    await expect
      .poll(() => page.locator('.remark').innerText())
      .toBe('The article has changed since this was cited.');
    expect(await page.locator('.reader mark').count()).toBe(0);
    await temporary.store.sources.remove(running.sandbox.world.server('harbour').id, NAME);
    await reload();
    await follow();
    await expect
      .poll(() => page.locator('.notice').innerText())
      .toBe('The article that was cited is not among those here any more.');
  });

  it('shows an article that is written from right to left so, on a narrow screen too', async () => {
    await page.reload();
    await page.setViewportSize({ width: 360, height: 640 });
    const line = page.locator('#composer-line');
    await line.fill('من');
    expect(await line.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await line.fill('');
    const answer = await runCommand(page, 'ask', { question: 'من صمم المبنى؟' });
    await page.locator('#composer-line').waitFor();
    const isCutOff = await page
      .locator('.channel *')
      .evaluateAll((all) => all.some((element) => element.getBoundingClientRect().right > innerWidth));
    expect(isCutOff).toBe(false);
    await answer.locator('.follow').first().click();
    const mark = page.locator('.reader mark');
    await expect.poll(marked).toContain('صمم المبنى المهندس كريم البستاني');
    await expect.poll(() => mark.isVisible()).toBe(true);
    const places = await page.locator('.paragraph.cited').evaluate((paragraph) => {
      const of = (selector: string) => paragraph.querySelector(selector)?.getBoundingClientRect();
      const [number, words] = [of('.number'), of('mark')];
      return {
        direction: getComputedStyle(paragraph).direction,
        isNumberBefore: (number?.left ?? 0) >= (words?.right ?? Number.POSITIVE_INFINITY),
        isWithin: (words?.left ?? -1) >= 0 && (number?.right ?? 999) <= 360,
      };
    });
    expect(places).toEqual({ direction: 'rtl', isNumberBefore: true, isWithin: true });
    // The panel has a line at its side.
    expect(await page.locator('.reader').evaluate(({ scrollWidth }) => scrollWidth)).toBe(359);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#composer-line:focus');
  });
});
