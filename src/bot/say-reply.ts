import { phrase, type Say, type Wording } from '../messages/phrase.js';
import type { NoticeLine, Reply, ReplyAction, SaidReply, Section } from './reply.js';

/** A reply with its fixed words in the language of `say`; the articles' words stay as they are. */
export function sayReply(reply: Reply, say: Say): SaidReply {
  switch (reply.kind) {
    case 'answer':
    case 'related': {
      const { note, ...rest } = reply;
      const sections = reply.sections.map((section) => saySection(section, say));
      return {
        ...rest,
        asked: say(reply.asked),
        sections,
        ...(note === undefined ? {} : { note: say(note) }),
      };
    }
    case 'nothing':
      return { ...reply, asked: say(reply.asked), note: say(reply.note) };
    case 'refused':
      return { ...reply, reason: say(reply.reason) };
    case 'notice': {
      const { actions, ...rest } = reply;
      return {
        ...rest,
        title: say(reply.title),
        lines: reply.lines.map((line) => sayLine(line, say)),
        ...(actions === undefined ? {} : { actions: actions.map((action) => sayAction(action, say)) }),
      };
    }
  }
}

function saySection(section: Section, say: Say): Section<string> {
  return { ...section, heading: section.heading === null ? null : say(section.heading) };
}

function sayLine({ label, action, text, ...rest }: NoticeLine, say: Say): NoticeLine<string> {
  return {
    ...rest,
    text: say(text),
    ...(label === undefined ? {} : { label: sayLabel(label, say) }),
    ...(action === undefined ? {} : { action: sayAction(action, say) }),
  };
}

/** A label that is not ours, as a title, is isolated from the sentence behind it. */
function sayLabel(label: Wording, say: Say): string {
  return say(typeof label === 'string' ? phrase('discord.as-written', { text: label }) : label);
}

function sayAction(action: ReplyAction, say: Say): ReplyAction<string> {
  return { ...action, label: say(action.label) };
}
