import { type Article, textAt } from '../article/article.js';
import type { Command, CommandContext } from '../bot/command.js';
import type { NoticeLine, NoticeReply } from '../bot/reply.js';
import type { Corpus } from '../library/corpus.js';
import { describeCommand, nameCommand, nameOption } from '../messages/command-words.js';
import { phrase, type Wording } from '../messages/phrase.js';
import type { SearchIndex } from '../search/search-index.js';
import { findAskable } from './example-forms.js';
import { listNames } from './names.js';
import { listSpeakers } from './speaker.js';

/** Articles examples are taken from: enough to find one of each kind, few enough to be quick. */
const MOST_READ = 3;
/** Candidates tried for each command before it goes without an example. */
const MOST_TRIED = 8;
/** Questions tried of each form: each takes a reading. */
const MOST_ASKED = 3;

/** What each command does, with an example that has been run and answers on the loaded articles. */
export async function explainCommands(context: CommandContext): Promise<NoticeReply> {
  const lines: NoticeLine[] = [];
  if (context.place.isModerator && context.server !== null) {
    lines.push({ label: phrase('settings.begin'), text: phrase('settings.begin-text') });
  }
  for (const command of context.commands.filter((known) => isShown(known, context))) {
    const example = await findExample(command, context);
    const description = describeCommand(command);
    const text = example === null ? description : phrase('answer.help-example', { description, example });
    lines.push({ label: describeUse(command), text });
  }
  lines.push({
    label: phrase('answer.help-without'),
    text: phrase('answer.help-without-how'),
  });
  return { kind: 'notice', title: phrase('answer.help'), lines };
}

/** Buttons' commands are nobody's to type, and those of moderators and operators are listed for them alone. */
function isShown({ access, isOffered, worksAlone }: Command, { place }: CommandContext): boolean {
  if (!isOffered) return false;
  if (access === 'operators') return place.isOperator;
  const isAlone = place.isOperator && place.guildId === null && worksAlone;
  return access === 'everyone' || place.isModerator || isAlone;
}

/** "/ask question [source]". */
function describeUse(command: Command): Wording {
  return Object.entries(command.options).reduce<Wording>((use, [name, { isRequired }]) => {
    const option = nameOption(command.name, name);
    const shown = isRequired === true ? option : phrase('answer.help-optional', { option });
    return phrase('answer.help-option', { use, option: shown });
  }, nameCommand(command.name));
}

/** Of each corpus, by its index, the examples of its commands; they go with it. */
const examples = new WeakMap<SearchIndex, Map<string, Promise<Wording | null>>>();

/** The example of a command, found once for each corpus: several have to be run for it. */
function findExample(command: Command, context: CommandContext): Promise<Wording | null> {
  const { index } = context.corpus;
  const known = examples.get(index) ?? new Map<string, Promise<Wording | null>>();
  examples.set(index, known);
  const example = known.get(command.name) ?? tryExamples(command, context);
  known.set(command.name, example);
  example.catch(() => known.delete(command.name));
  return example;
}

async function tryExamples(command: Command, context: CommandContext): Promise<Wording | null> {
  for (const options of await candidatesFor(command, context.corpus.articles.slice(0, MOST_READ), context)) {
    const reply = await command.execute(options, context);
    if (reply.kind !== 'answer') continue;
    return Object.entries(options).reduce<Wording>(
      (use, [name, value]) =>
        phrase('answer.help-value', { use, option: nameOption(command.name, name), value }),
      nameCommand(command.name),
    );
  }
  return null;
}

/** Options worth trying, likeliest first; none for commands that need no example. */
async function candidatesFor(
  { name }: Command,
  articles: readonly Article[],
  { corpus }: CommandContext,
): Promise<Record<string, string>[]> {
  const names = (await listNames(corpus, articles)).slice(0, MOST_TRIED);
  switch (name) {
    case 'ask':
      return (await questionsFor(corpus, articles)).map((question) => ({ question }));
    case 'who':
      return names.map((who) => ({ name: who }));
    case 'quote':
      return (await listSpeakers(corpus, articles)).map((speaker) => ({ speaker }));
    case 'facts':
    case 'timeline':
      return names.map((topic) => ({ topic }));
    case 'search':
      return names.map((words) => ({ words }));
    default:
      return [];
  }
}

async function questionsFor(corpus: Corpus, loaded: readonly Article[]): Promise<string[]> {
  const askable = findAskable(loaded);
  if (askable === null) return [];
  const { forms, articles } = askable;
  const counted = (await corpus.readAll(articles)).flatMap(({ article, facts }) =>
    facts
      .filter(({ kind }) => kind === 'people' || kind === 'number')
      .flatMap(({ counted: span }) => (span === null ? [] : [textAt(article, span)])),
  );
  const names = await listNames(corpus, articles);
  const howMany = counted.map(forms.howMany).filter((question) => question !== null);
  return [...howMany.slice(0, MOST_ASKED), ...names.slice(0, MOST_ASKED).map(forms.whatSaid)];
}
