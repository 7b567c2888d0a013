import { browserPath, openBrowser, openPage } from 'local-discord/browser';
import type { Page } from 'playwright-core';
import { startPageFootnote } from './page-footnote.js';

/** Messages in the long channel. */
const MESSAGES = 2_000;
/** Frames of scrolling that are timed, and how far each one scrolls, in CSS pixels. */
const FRAMES = 180;
const STEP = 400;

/** Prints how long the page takes to answer, to show a long channel and to scroll it: `npm run page:speed`. */
async function measure(): Promise<void> {
  if (browserPath === undefined) throw new Error('There is no Chromium; apt-get install chromium.');
  const browser = await openBrowser();
  const { sandbox, stop } = await startPageFootnote();
  const opening = performance.now();
  const { page } = await openPage(browser, sandbox.url);
  const asking = performance.now();
  await page.fill('#composer-line', '@Footnote How many hostages remain?');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.container');
  print('from Enter to the first answer', performance.now() - asking);
  print('from opening the page to it', performance.now() - opening);
  const speaker = sandbox.as('tomas');
  for (let i = 0; i < MESSAGES; i += 1) {
    speaker.say(
      'harbour/newsroom',
      `Message **${i}**, *some* text and https://example.org/${i}\n> quoted line ${i}`,
    );
  }
  const showing = performance.now();
  await page.click('text=newsroom');
  await page.waitForFunction((most) => document.querySelectorAll('.message').length >= most, MESSAGES);
  print(`until ${MESSAGES} messages are shown`, performance.now() - showing);
  const frames = (await timeFrames(page)).sort((a, b) => a - b);
  print('a frame of scrolling them, median', frames[Math.floor(FRAMES * 0.5)] ?? 0);
  print('a frame of scrolling them, 95th percentile', frames[Math.floor(FRAMES * 0.95)] ?? 0);
  await browser.close();
  await stop();
}

function timeFrames(page: Page): Promise<number[]> {
  return page.evaluate(
    async ({ count, step }) => {
      const log = document.querySelector('.log');
      const times: number[] = [];
      let last = performance.now();
      for (let i = 0; i < count; i += 1) {
        if (log !== null) log.scrollTop -= step;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { count: FRAMES, step: STEP },
  );
}

function print(what: string, milliseconds: number): void {
  console.log(`${milliseconds.toFixed(0).padStart(6)} ms  ${what}`);
}

await measure();
