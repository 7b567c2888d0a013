import { type Article, textAt } from '../article/article.js';
import type { Command, CommandContext } from '../command.js';
import type { NoticeLine, NoticeReply } from '../reply.js';
import { listNames } from './names.js';
import { listSpeakers } from './speaker.js';

/** Articles examples are taken from: enough to find one of each kind, few enough to be quick. */
const MOST_READ = 3;
/** Candidates tried for each command before it goes without an example. */
const MOST_TRIED = 8;

/** What can follow "How many": a few words that end in a plural; "taken hostage" cannot. */
const ASKABLE = /^(?!the\b)(?:[\p{L}-]+ ){0,3}(?:\p{L}+[^s\P{L}]s|people|men|women|children)$/u;

/** What each command does, with an example that has been run and answers on the loaded articles. */
export async function explainCommands(context: CommandContext): Promise<NoticeReply> {
  const lines: NoticeLine[] = [];
  for (const command of context.commands.filter((known) => isShown(known, context))) {
    const example = await findExample(command, context);
    const text = example === null ? command.description : `${command.description}. Try: ${example}`;
    lines.push({ label: describeUse(command), text });
  }
  lines.push({
    label: 'Without a command',
    text: 'Mention me, write to me directly, or reply to one of my messages with a question.',
  });
  return { kind: 'notice', title: 'What Footnote can do', lines };
}

/** Buttons' commands are nobody's to type, and those of moderators and operators are listed for them alone. */
function isShown({ access, isOffered }: Command, { place }: CommandContext): boolean {
  if (!isOffered) return false;
  if (access === 'operators') return place.isOperator;
  return access === 'everyone' || place.isModerator || place.isOperator;
}

/** "/ask question [source]". */
function describeUse(command: Command): string {
  const options = Object.entries(command.options).map(([name, { isRequired }]) =>
    isRequired === true ? name : `[${name}]`,
  );
  return [`/${command.name}`, ...options].join(' ');
}

async function findExample(command: Command, context: CommandContext): Promise<string | null> {
  for (const options of candidatesFor(command, context.corpus.articles.slice(0, MOST_READ), context)) {
    const reply = await command.execute(options, context);
    if (reply.kind !== 'answer') continue;
    const given = Object.entries(options).map(([name, value]) => `${name}: ${value}`);
    return [`/${command.name}`, ...given].join(' ');
  }
  return null;
}

/** Options worth trying, likeliest first; none for commands that need no example. */
function candidatesFor(
  { name }: Command,
  articles: readonly Article[],
  { corpus }: CommandContext,
): Record<string, string>[] {
  const names = listNames(corpus, articles).slice(0, MOST_TRIED);
  const counted = articles.flatMap((article) =>
    corpus
      .readingOf(article)
      .facts.filter(({ kind }) => kind === 'people' || kind === 'number')
      .flatMap(({ counted: span }) => (span === null ? [] : [textAt(article, span)]))
      .filter((things) => ASKABLE.test(things)),
  );
  switch (name) {
    case 'ask':
      return [
        ...counted.slice(0, MOST_TRIED).map((things) => ({ question: `How many ${things} are there?` })),
        ...names.map((who) => ({ question: `What did ${who} say?` })),
      ];
    case 'who':
      return names.map((who) => ({ name: who }));
    case 'quote':
      return listSpeakers(corpus, articles).map((speaker) => ({ speaker }));
    case 'facts':
    case 'timeline':
      return names.map((topic) => ({ topic }));
    case 'search':
      return names.map((words) => ({ words }));
    default:
      return [];
  }
}
