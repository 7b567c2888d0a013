import {
  type ChatInputCommandInteraction,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  browserPath,
  fillCommand,
  openBrowser,
  openPage,
  runCommand,
  skipNote,
} from '../../src/browser/open-page.js';
import { type ConnectedBot, connectBot } from '../connect-bot.js';

const COMMANDS = [
  { name: 'form', description: 'Opens a form' },
  { name: 'pick', description: 'Offers a choice' },
  { name: 'frame', description: 'Draws a message of components' },
  {
    name: 'bring',
    description: 'Takes files in a form',
    nameLocalizations: { de: 'bringen' },
    descriptionLocalizations: { de: 'Nimmt Dateien entgegen' },
    integrationTypes: [0, 1],
    contexts: [0, 1, 2],
  },
  { name: 'slow', description: 'Takes its time' },
  { name: 'broken', description: 'Breaks a rule' },
  { name: 'silent', description: 'Never answers' },
  {
    name: 'take',
    description: 'Takes a file and more',
    options: [
      { type: 11, name: 'file', description: 'Any file', required: true },
      {
        type: 3,
        name: 'size',
        description: 'How large',
        choices: [
          { name: 'Small', value: 's' },
          { name: 'Large', value: 'l' },
        ],
      },
      { type: 5, name: 'loud', description: 'Whether aloud' },
      { type: 4, name: 'count', description: 'How many' },
    ],
  },
];

describe.skipIf(browserPath === undefined)(`the page with any bot${skipNote}`, () => {
  let bot: ConnectedBot;
  let browser: Browser;
  let page: Page;
  let troubles: readonly string[];
  let finish = (): void => {};

  beforeAll(async () => {
    [bot, browser] = await Promise.all([connectBot({ timing: { acknowledgeMs: 700 } }), openBrowser()]);
    await bot.client.application.commands.set(COMMANDS);
    bot.client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
    bot.client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot && message.mentions.has(bot.client.user)) void message.channel.sendTyping();
    });
    ({ page, troubles } = await openPage(browser, bot.sandbox.url));
  });
  afterAll(async () => {
    await browser.close();
    await bot.stop();
  });
  beforeEach(() => page.locator('#composer-line').waitFor());

  async function answer(interaction: Interaction): Promise<void> {
    if (interaction.isChatInputCommand()) await run(interaction);
    else if (interaction.isStringSelectMenu())
      await interaction.update({ content: `Chosen: ${interaction.values.join(', ')}`, components: [] });
    else if (interaction.isButton())
      await interaction.reply({
        content: `${interaction.customId === 'why' ? 'Asked' : 'Pressed'} by ${interaction.user.username}`,
      });
    else if (interaction.isModalSubmit() && interaction.customId === 'bring') {
      const files = [...(interaction.fields.getUploadedFiles('files')?.values() ?? [])];
      const texts = await Promise.all(files.map(async ({ url }) => (await fetch(url)).text()));
      const kinds = interaction.fields.getStringSelectValues('kinds');
      await interaction.reply({ content: `Brought: ${texts.join(' ')} as ${kinds.join(', ')}` });
    } else if (interaction.isModalSubmit()) {
      await interaction.reply({
        content: `Submitted: ${interaction.fields.getTextInputValue('why')}`,
        flags: MessageFlags.Ephemeral,
      });
    }
  }

  async function run(interaction: ChatInputCommandInteraction): Promise<void> {
    switch (interaction.commandName) {
      case 'form':
        return void (await interaction.showModal(
          new ModalBuilder()
            .setTitle('Tell us')
            .setCustomId('form')
            .addLabelComponents(
              new LabelBuilder()
                .setLabel('Why?')
                .setDescription('In a word')
                .setTextInputComponent(
                  new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short).setMinLength(3),
                ),
            ),
        ));
      case 'bring':
        return void (await interaction.showModal(
          new ModalBuilder({
            title: 'Bring them',
            custom_id: 'bring',
            components: [
              { type: 18, label: 'Files', component: { type: 19, custom_id: 'files', max_values: 3 } },
              {
                type: 18,
                label: 'Kinds',
                component: {
                  type: 3,
                  custom_id: 'kinds',
                  max_values: 2,
                  options: ['news', 'letters', 'poems'].map((value) => ({ label: value, value })),
                },
              },
            ],
          }),
        ));
      case 'pick':
        return void (await interaction.reply({
          content: 'Choose or press:',
          components: [
            {
              type: 1,
              components: [
                {
                  type: 3,
                  customId: 'pick',
                  placeholder: 'A harbour',
                  options: [
                    { label: 'East', value: 'east', description: 'The old one' },
                    { label: 'West', value: 'west' },
                  ],
                },
              ],
            },
            {
              type: 1,
              components: [
                { type: 2, style: 3, label: 'Go', customId: 'go' },
                { type: 2, style: 4, label: 'Stop', customId: 'stop', disabled: true },
                { type: 2, style: 5, label: 'Elsewhere', url: 'https://example.org/' },
              ],
            },
          ],
        }));
      case 'frame':
        await interaction.deferReply();
        return void (await interaction.editReply({
          flags: MessageFlags.IsComponentsV2,
          files: [{ name: 'tides.txt', attachment: Buffer.from('Low at noon.') }],
          components: [
            {
              type: 17,
              accent_color: 0x336699,
              components: [
                { type: 10, content: '### Tides' },
                {
                  type: 9,
                  components: [{ type: 10, content: '> It is **low** at noon.' }],
                  accessory: { type: 2, style: 1, label: 'Why', custom_id: 'why' },
                },
                { type: 14 },
                {
                  type: 9,
                  components: [{ type: 10, content: 'On the web.' }],
                  accessory: { type: 2, style: 5, label: 'Look', url: 'https://example.org/tides' },
                },
                { type: 12, items: [{ media: { url: 'https://example.org/tides.png' } }] },
                { type: 13, file: { url: 'attachment://tides.txt' } },
              ],
            },
            { type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'more' }] },
          ],
        }));
      case 'slow':
        await interaction.deferReply();
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return void (await interaction.editReply('Done at last'));
      case 'take': {
        const { name } = interaction.options.getAttachment('file', true);
        const { options } = interaction;
        return void (await interaction.reply(
          `${name} ${options.getString('size')} ${options.getBoolean('loud')} ${options.getInteger('count')}`,
        ));
      }
      case 'broken':
        await interaction.reply({ embeds: [{ title: 'x'.repeat(300) }] }).catch(() => {});
        return void (await interaction.reply({ content: 'Mended' }));
      default:
    }
  }

  it('opens a modal, keeps it with the reason when it is refused, and submits it', async () => {
    await fillCommand(page, 'form');
    await page.click('[aria-label="Send /form"]');
    const dialog = page.getByRole('dialog', { name: 'Tell us' });
    await dialog.waitFor();
    await dialog.locator('input').fill('no');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => dialog.locator('[role=alert]').innerText())
      .toBe('The input "why" takes 3 to 4000 characters.');
    await dialog.locator('input').fill('because');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.locator('.only-you', { hasText: 'Submitted: because' }).waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('draws a message of components, each section with what stands beside it, and its buttons work', async () => {
    const message = await runCommand(page, 'frame');
    const sections = message.locator('.container .section');
    expect(await message.locator('.heading').innerText()).toBe('Tides');
    expect(await sections.locator('blockquote').innerText()).toBe('It is low at noon.');
    expect(await message.locator('.container hr').count()).toBe(1);
    const link = sections.nth(1).locator('.accessory a');
    expect([await link.innerText(), await link.getAttribute('href')]).toEqual([
      'Look',
      'https://example.org/tides',
    ]);
    expect(await message.locator('.container').innerText()).toContain(
      'Picture, not loaded here: https://example.org/tides.png',
    );
    expect(await message.locator('.container .attachment').getAttribute('href')).toMatch(/\/tides\.txt\?ex=/);
    expect(await message.getAttribute('aria-label')).toContain(': Tides');
    const { left, top } = await sections.first().evaluate((section) => {
      const of = (selector: string) => section.querySelector(selector)?.getBoundingClientRect();
      const [words, button] = [of('.section-texts'), of('.accessory')];
      return {
        left: (button?.left ?? 0) >= (words?.right ?? Number.POSITIVE_INFINITY),
        top: button?.top === words?.top,
      };
    });
    expect({ left, top }).toEqual({ left: true, top: true });
    const before = await page.locator('.message').count();
    await sections.first().getByRole('button', { name: 'Why' }).click();
    await page.locator('.message').nth(before).locator('.content', { hasText: 'Asked by' }).waitFor();
    expect(await page.locator('.message').nth(before).locator('.preview').innerText()).toBe('Tides');
  });

  it('forwards a message to a channel, with its words and its embeds under a line that says so', async () => {
    const before = await page.locator('.message').count();
    await page.fill('#composer-line', 'The **north gate** sticks.');
    await page.keyboard.press('Enter');
    const told = page.locator('.message').nth(before);
    await told.locator('.content', { hasText: 'north gate' }).click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'Message' });
    await menu.getByText('Forward to').waitFor();
    const here = (await page.locator('#composer-line').getAttribute('placeholder')) ?? '';
    const items = menu.locator('.menu-head:has-text("Forward to") ~ button.deep');
    const names = await items.allInnerTexts();
    const current = names.find((name) => here.includes(name)) ?? names[0] ?? '';
    await items.filter({ hasText: current }).first().click();
    const forwarded = page.locator('.message').nth(before + 1);
    await forwarded.locator('.origin', { hasText: 'Forwarded' }).waitFor();
    expect(await forwarded.locator('blockquote').innerText()).toBe('The north gate sticks.');
    expect(await forwarded.locator('blockquote strong').innerText()).toBe('north gate');
    expect(await menu.count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('presses buttons and chooses from a select', async () => {
    const message = await runCommand(page, 'pick');
    expect(await message.getByRole('button', { name: 'Stop' }).isDisabled()).toBe(true);
    expect(await message.getByRole('link', { name: 'Elsewhere' }).getAttribute('href')).toBe(
      'https://example.org/',
    );
    await message.getByRole('button', { name: 'Go' }).click();
    await page.locator('.content', { hasText: 'Pressed by mira' }).waitFor();
    await message.getByRole('combobox', { name: 'A harbour' }).selectOption('west');
    await message.locator('.content', { hasText: 'Chosen: west' }).waitFor();
  });

  it('shows that a deferred reply is being thought about, and then the reply', async () => {
    await fillCommand(page, 'slow');
    await page.click('[aria-label="Send /slow"]');
    const thinking = page.locator('.thinking').last();
    await thinking.waitFor();
    await expect.poll(() => thinking.innerText()).toBe('Footnote is thinking…');
    finish();
    await page.locator('.content', { hasText: 'Done at last' }).waitFor();
    expect(await page.locator('.thinking').count()).toBe(0);
  });

  it('shows that the bot is typing', async () => {
    await page.fill('#composer-line', '@Footnote hello');
    await page.keyboard.press('Enter');
    await page.locator('.typing', { hasText: 'Footnote is typing…' }).waitFor();
  });

  it('says so when the application does not respond', async () => {
    await fillCommand(page, 'silent');
    await page.click('[aria-label="Send /silent"]');
    await page.locator('.notice', { hasText: 'The application did not respond.' }).waitFor();
  });

  it('uploads a file and sends choices, booleans and numbers by their values', async () => {
    await fillCommand(page, 'take');
    await page.setInputFiles('.pill input[type=file]', {
      name: 'tide.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('low'),
    });
    await page.click('.more-option >> text=size');
    await page.keyboard.type('lar');
    await page.keyboard.press('Enter');
    await page.click('.more-option >> text=loud');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.click('.more-option >> text=count');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.locator('.content', { hasText: 'tide.txt l true 7' }).waitFor();
  });

  it('attaches a file to a message', async () => {
    await page.setInputFiles('#composer-files', {
      name: 'chart.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a,b'),
    });
    await page.locator('.files li', { hasText: 'chart.csv' }).waitFor();
    await page.press('#composer-line', 'Enter');
    await page.locator('.attachment', { hasText: 'chart.csv' }).waitFor();
    expect(await page.locator('.files').count()).toBe(0);
  });

  it('shows a breach of Discord’s rules in red, by the rule’s name, with the request', async () => {
    await fillCommand(page, 'broken');
    await page.click('[aria-label="Send /broken"]');
    await page.locator('.breach-line strong', { hasText: 'schema' }).waitFor();
    await page.getByRole('button', { name: '1 breach' }).click();
    const breach = page.locator('.panel .breach');
    await expect.poll(() => breach.innerText()).toMatch(/data\.embeds\.0\.title.*BASE_TYPE_MAX_LENGTH/s);
    await expect.poll(() => breach.innerText()).toContain('POST /interactions/');
    await page.locator('.panel').press('Escape');
  });

  it('shows groups and servers without the bot, whose commands are there for who has installed it', async () => {
    const become = async (key: string) => {
      await page.getByRole('button', { name: 'Switch' }).click();
      await page.check(`.identity input[value=${key}]`);
      await page.keyboard.press('Escape');
    };
    const countCommands = async () => {
      await page.fill('#composer-line', '/');
      await page.waitForTimeout(50);
      const count = await page.locator('#completions [role=option]').count();
      await page.fill('#composer-line', '');
      return count;
    };
    await page.getByRole('button', { name: 'The Night Market' }).click();
    await page.locator('.beginning', { hasText: 'offered to those who have installed it' }).waitFor();
    expect(await countCommands()).toBe(0);
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.getByRole('button', { name: 'Supper club' }).click();
    await page.locator('h1', { hasText: 'Supper club' }).waitFor();
    await become('petra');
    await page.locator('.beginning', { hasText: 'You have installed it for yourself' }).waitFor();
    expect(await countCommands()).toBe(1);
  });

  it('takes files and choices in a form, under names in the person’s language', async () => {
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.getByLabel('Language').selectOption('de');
    await page.keyboard.press('Escape');
    await fillCommand(page, 'bringen');
    await expect.poll(() => page.locator('.command-help').innerText()).toContain('Nimmt Dateien entgegen');
    await page.click('[aria-label="Send /bringen"]');
    const dialog = page.getByRole('dialog', { name: 'Bring them' });
    await dialog.locator('input[type=file]').setInputFiles(
      ['Low.', 'High.'].map((text, index) => ({
        name: `${index}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
    await dialog.locator('select').selectOption(['news', 'poems']);
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.locator('.content', { hasText: 'Brought: Low. High. as news, poems' }).waitFor();
  });

  it('has asked nobody else and met no error meanwhile', () => {
    expect(troubles).toEqual([]);
  });
});
