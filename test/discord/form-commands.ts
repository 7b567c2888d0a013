import { defineCommand } from '../../src/answer/define-command.js';
import type { Command } from '../../src/bot/command.js';
import type { NoticeLine } from '../../src/bot/reply.js';

/** A moderators' command with a form; replies with what was given and filled in, and how the bytes are. */
export const hand: Command = defineCommand({
  name: 'hand',
  description: 'Hands something in',
  options: { note: { description: 'A note', maxLength: 200 } },
  access: 'moderators',
  isPrivate: true,
  form: {
    title: { message: 'gaps.thanks', values: {} },
    fields: {
      name: {
        kind: 'line',
        label: { message: 'discord.names', values: {} },
        maxLength: 40,
        isRequired: true,
      },
      text: {
        kind: 'text',
        label: { message: 'discord.share', values: {} },
        description: { message: 'discord.shared', values: {} },
      },
      file: { kind: 'file', label: { message: 'discord.open-one', values: {} } },
      secret: { kind: 'line', label: { message: 'discord.failed', values: {} }, isOffered: () => false },
    },
  },
  execute: ({ note }, { form }) => {
    const file = form?.files.file;
    const lines: NoticeLine[] = [
      { text: JSON.stringify({ note, texts: form?.texts }) },
      ...(file === undefined ? [] : [{ text: `${file.name}: ${Buffer.from(file.bytes).toString('hex')}` }]),
    ];
    return { kind: 'notice', title: 'Handed in', lines };
  },
});

/** Refuses whatever is done, once it has been acknowledged. */
export const refuse: Command = defineCommand({
  name: 'refuse',
  description: 'Refuses',
  options: {},
  execute: () => ({ kind: 'refused', reason: 'The shelf named “x” is not there; see the list.' }),
});

/** What is on a shelf, with a button for each thing, and two of its own; pages of ten. */
export function createShelf(count: number): { commands: Command[]; things: Set<number>; runs: string[] } {
  const things = new Set(Array.from({ length: count }, (_, i) => i + 1));
  const runs: string[] = [];
  const show = () => ({
    kind: 'notice' as const,
    title: `${things.size} things`,
    lines: [...things].map((thing) => ({
      label: `thing ${thing}`,
      text: 'on the shelf',
      action: {
        label: 'Take',
        style: 'plain' as const,
        command: 'shelf take',
        options: { thing: String(thing) },
      },
    })),
    actions: [
      { label: 'Export', style: 'primary' as const, command: 'shelf export', options: {} },
      { label: 'Burn', style: 'danger' as const, command: 'shelf burn', options: {} },
      { label: 'Hand in', style: 'plain' as const, command: 'hand', options: { note: 'from the shelf' } },
    ],
    again: { command: 'shelf', options: {} },
  });
  const shelf = defineCommand({
    name: 'shelf',
    description: 'What is on the shelf',
    options: {},
    execute: () => show(),
  });
  const take = defineCommand({
    name: 'shelf take',
    description: 'Takes a thing',
    options: { thing: { description: 'Which', isRequired: true, maxLength: 3 } },
    isOffered: false,
    execute: async ({ thing }, { showProgress }) => {
      runs.push(thing);
      showProgress('Reaching for it');
      if (!things.delete(Number(thing)))
        return { kind: 'refused', reason: `Thing ${thing} is not there any more.` };
      return show();
    },
  });
  const burn = defineCommand({
    name: 'shelf burn',
    description: 'Burns the shelf',
    options: {},
    access: 'moderators',
    isOffered: false,
    execute: () => ({ kind: 'notice', title: 'Burnt', lines: [] }),
  });
  const exported = defineCommand({
    name: 'shelf export',
    description: 'The shelf as a file',
    options: {},
    isOffered: false,
    execute: () => ({
      kind: 'notice',
      title: 'Here it is',
      lines: [],
      file: { name: 'shelf.txt', bytes: new Uint8Array([0, 255, 10]) },
    }),
  });
  return { commands: [shelf, take, burn, exported, hand], things, runs };
}
