import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian, and others, put the browser. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; undefined, and a line that says so, if there is none. */
export const browserPath: string | undefined = findBrowser();

/** What follows a group's name if its tests are skipped. */
export const skipNote = browserPath === undefined ? ' (skipped: no Chromium; apt-get install chromium)' : '';

/** Headless, as root too, and asking nobody for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: FLAGS });
}

/** A page of its own context, and what went wrong on it: script errors, refused policies, requests that left this machine. */
export interface OpenPage {
  readonly page: Page;
  readonly troubles: readonly string[];
}

/** Opens the local Discord at an address and waits for its line to write on. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector('#composer-line');
  return { page, troubles };
}

/** Chooses a command from the list and gives its options by name; the form is left open. */
export async function fillCommand(
  page: Page,
  name: string,
  options: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.fill('#composer-line', `/${name}`);
  // The names of commands follow the person's language as soon as the page has been told of it.
  await page.locator('#completions [role=option]', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector(`form[aria-label="/${name}"]`);
  for (const [option, value] of Object.entries(options)) {
    const more = page.locator('.more-option', { hasText: option });
    if ((await more.count()) > 0) await more.click();
    await page.fill(`#option-${option}`, value);
  }
}

/** Runs a command and gives the message that answers it. */
export async function runCommand(
  page: Page,
  name: string,
  options: Readonly<Record<string, string>> = {},
): Promise<ReturnType<Page['locator']>> {
  const before = await page.locator('.message').count();
  await fillCommand(page, name, options);
  await page.click(`[aria-label="Send /${name}"]`);
  const answer = page.locator('.message').nth(before);
  await answer.locator('.container, .embed, .content').first().waitFor();
  return answer;
}

function findBrowser(): string | undefined {
  const path = PLACES.find((place) => existsSync(place));
  if (path === undefined) {
    process.stderr.write('No Chromium is found: the tests of the page in a browser are skipped.\n');
  }
  return path;
}
