import { phrase, type Say, type Wording } from '../messages/phrase.js';
import type {
  AnswerReply,
  NoticeLine,
  OpenReply,
  RelatedReply,
  Reply,
  ReplyAction,
  SaidReply,
  Section,
} from './reply.js';

/** A reply with its fixed words in the language of `say`; the articles' words stay as they are. */
export function sayReply(reply: Reply, say: Say): SaidReply {
  switch (reply.kind) {
    case 'answer':
    case 'open':
      return { ...sayExcerpts(reply, say), kind: reply.kind };
    case 'related': {
      const { lead } = reply;
      return {
        ...sayExcerpts(reply, say),
        kind: reply.kind,
        ...(lead === undefined ? {} : { lead: say(lead) }),
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

function sayExcerpts(
  { asked, sections, note }: AnswerReply | OpenReply | RelatedReply,
  say: Say,
): Pick<AnswerReply<string>, 'asked' | 'sections' | 'note'> {
  return {
    asked: say(asked),
    sections: sections.map((section) => saySection(section, say)),
    ...(note === undefined ? {} : { note: say(note) }),
  };
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
