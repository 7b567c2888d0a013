import { defineCommand } from '../src/answer/define-command.js';
import { changeSettings, MOST_OPEN } from '../src/answer/settings.js';
import { phrase } from '../src/messages/phrase.js';

/** Channels where every question is answered without a mention. */
export const settingsChannel = defineCommand({
  name: 'settings channel',
  description: 'A channel where every question is answered without a mention (moderators)',
  options: {
    channel: { kind: 'channel', description: 'The channel, with the threads in it', isRequired: true },
    open: { kind: 'boolean', description: 'Whether questions there need no mention', isRequired: true },
  },
  access: 'moderators',
  isPrivate: true,
  isQuick: true,
  execute: ({ channel, open }, context) =>
    changeSettings(context, ({ openChannelIds }) => {
      const others = openChannelIds.filter((id) => id !== channel);
      if (!open) return { changes: { openChannelIds: others } };
      if (context.connection?.nameChannel(channel) === null) {
        return { refusal: phrase('settings.channel-unknown', { channel }) };
      }
      if (others.length >= MOST_OPEN) return { refusal: phrase('settings.too-many', { most: MOST_OPEN }) };
      const mayAnswer = context.connection?.mayAnswerIn(channel) ?? true;
      const remarks = [
        phrase('settings.open-hint'),
        ...(mayAnswer ? [] : [phrase('settings.may-not-answer')]),
      ];
      return { changes: { openChannelIds: [...others, channel] }, remarks };
    }),
});
