import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserPath, fillCommand, openBrowser, openPage, runCommand } from 'local-discord/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startPageFootnote } from './page-footnote.js';

/** Where the pictures go, from the package's root; the README shows some of them. */
const FOLDER = new URL('../../docs/', import.meta.url);

/** One picture: its name, how the page is opened, and what is done before it is taken. */
interface Picture {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  readonly prepare: (page: Page) => Promise<void>;
}

const QUESTION = { question: 'How many hostages remain?' };

const PICTURES: readonly Picture[] = [
  { name: 'first-visit', prepare: async (page) => page.locator('.examples button').first().waitFor() },
  {
    name: 'answer',
    prepare: async (page) => {
      const answer = await runCommand(page, 'ask', QUESTION);
      await answer.locator('.follow').first().click();
      await page.locator('.reader mark').waitFor();
    },
  },
  {
    name: 'light',
    options: { colorScheme: 'light' },
    prepare: async (page) => {
      await runCommand(page, 'quote', { speaker: 'Israeli official' });
      await page.getByRole('button', { name: 'Switch' }).click();
    },
  },
  {
    name: 'commands',
    prepare: async (page) => {
      await page.fill('#composer-line', '/');
      await page.locator('#completions').waitFor();
    },
  },
  {
    name: 'autocomplete',
    prepare: async (page) => {
      await fillCommand(page, 'who', { name: 'net' });
      await page.locator('#choices [role=option]').first().getByText('Netanyahu').waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'message-menu',
    prepare: async (page) => {
      await page.fill('#composer-line', 'Who mediates the talks?');
      await page.keyboard.press('Enter');
      await page.locator('.message', { hasText: 'Who mediates' }).last().click({ button: 'right' });
      await page.locator('[role=menu]').waitFor();
    },
  },
  {
    name: 'payload',
    prepare: async (page) => {
      const answer = await runCommand(page, 'sources');
      await answer.hover();
      await answer.getByRole('button', { name: 'Payload' }).click();
      await page.locator('.json').first().waitFor();
    },
  },
  {
    name: 'narrow',
    options: { viewport: { width: 390, height: 780 } },
    prepare: async (page) => {
      await runCommand(page, 'ask', QUESTION);
    },
  },
];

/** Takes the pictures of the page's main states from the real page with the shipped articles: `npm run pictures`. */
async function takePictures(): Promise<void> {
  if (browserPath === undefined) throw new Error('There is no Chromium; apt-get install chromium.');
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  for (const picture of PICTURES) await takePicture(browser, picture);
  await browser.close();
}

/** Each picture is of a local Discord of its own, so that none shows what another one did. */
async function takePicture(browser: Browser, { name, options, prepare }: Picture): Promise<void> {
  const { sandbox, stop } = await startPageFootnote();
  const { page } = await openPage(browser, sandbox.url, {
    colorScheme: 'dark',
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
    ...options,
  });
  await prepare(page);
  const path = fileURLToPath(new URL(`${name}.png`, FOLDER));
  await page.screenshot({ path });
  console.log(path);
  await page.context().close();
  await stop();
}

await takePictures();
