import type { Article } from '../article/article.js';
import type { AnswerReply, Excerpt, RelatedReply, Reply, Section } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import { isTold } from '../extract/is-told.js';
import type { NameMatch } from '../extract/people/match-name.js';
import type { Corpus } from '../library/corpus.js';
import { inTime } from '../library/read-in-time.js';
import { joinSentences } from '../messages/join-sentences.js';
import { phrase } from '../messages/phrase.js';
import { doInSlices, inSlice } from '../scheduling/give-way.js';
import { listForms, listNames, SUGGESTED_WITHIN, suggestNames } from './names.js';
import { explainOtherLanguages } from './other-languages.js';
import { articlesNaming, findProfiles } from './profile.js';
import { describeProfile, listActions, listSayings, listTogether, showMentions } from './profile-sections.js';
import { chooseArticles } from './scope.js';
import { explainTerm } from './term.js';
import { findWordsElsewhere } from './who-elsewhere.js';

/** Whom or what to tell of, by name or description, and from which article. */
export interface WhoQuery {
  readonly name: string;
  readonly source: string | undefined;
}

/** Namesakes listed at most. */
const MOST_LISTED = 10;
/**
 * Who or what somebody is, from the articles: the describing phrases first, other names, then what they
 * said and did and whom they are mentioned with. Several people with the name are listed, each with
 * what describes them. `related` if the articles name it in passing only; `nothing`, with names
 * near it, if they name nobody so. Of articles in whose language it is not told who somebody is the sentences with the name are shown, as `related`
 * if the others tell nothing.
 */
export async function answerWho(corpus: Corpus, { name, source }: WhoQuery): Promise<Reply> {
  const scope = chooseArticles(corpus, source);
  if (!scope.ok) return scope.reply;
  const named = await inSlice(() => articlesNaming(corpus, scope, name));
  const articles = named.filter((article) => isTold('people', article));
  const told = await doInSlices(answerFromProfiles(await corpus.readLikeliest(articles), name));
  const others = named.filter((article) => !isTold('people', article));
  const elsewhere = await findWordsElsewhere(corpus, others, name);
  if (elsewhere.length === 0)
    return (
      told ?? findNobody(name, await listNames(inTime(corpus, SUGGESTED_WITHIN), scope.articles), others)
    );
  return besideTold(name, told, elsewhere);
}

/** Sentences of articles in other languages behind what is told, or alone if nothing is. */
function besideTold(
  asked: string,
  told: AnswerReply | RelatedReply | null,
  elsewhere: readonly Excerpt[],
): AnswerReply | RelatedReply {
  const holding = elsewhere.map(({ article }) => article);
  const note = joinSentences([told?.note ?? null, explainOtherLanguages(holding, 'people')]) ?? '';
  if (told === null) {
    return { kind: 'related', asked, sections: [{ heading: null, excerpts: elsewhere }], note };
  }
  const also = { heading: phrase('answer.named-elsewhere'), excerpts: elsewhere };
  return { ...told, sections: [...told.sections, also], note };
}

/** What articles tell of whom they call so; null if they name nobody so. */
function* answerFromProfiles(
  analyses: readonly Analysis[],
  name: string,
): Generator<undefined, AnswerReply | RelatedReply | null> {
  const profiles = yield* findProfiles(analyses, name);
  const [first] = profiles;
  const isSlip = first?.fit !== 'same';
  const term = first === undefined || isSlip ? yield* explainTerm(analyses, name) : null;
  if (first === undefined || term?.kind === 'answer') {
    return term;
  }
  return profiles.length === 1 ? tellOf(name, first) : listNamesakes(name, profiles);
}

function tellOf(asked: string, profile: NameMatch): AnswerReply | RelatedReply {
  const described = describeProfile(profile);
  const sayings = listSayings(profile);
  const actions = listActions(profile, [described, sayings]);
  const isActive = sayings !== null || actions !== null;
  const mentions = described === null && !isActive ? showMentions(profile) : null;
  const sections = [
    described,
    mentions === null ? null : { heading: null, excerpts: mentions.excerpts },
    listForms(profile, asked),
    sayings,
    actions,
    listTogether(profile),
  ].filter((section): section is Section => section !== null);
  if (described !== null) return { kind: 'answer', asked, sections };
  const note = phrase('answer.name-unexplained', { name: profile.name });
  const isTold = isActive || mentions?.isTelling === true;
  return { kind: isTold ? 'answer' : 'related', asked, sections, note };
}

function listNamesakes(asked: string, profiles: readonly NameMatch[]): AnswerReply {
  const shown = profiles.slice(0, MOST_LISTED);
  const sections = shown.flatMap((profile): Section[] => {
    const told = describeProfile(profile) ?? showMentions(profile);
    const named = listForms(profile, '');
    return [
      { heading: phrase('answer.named'), excerpts: [], names: named?.names?.slice(0, 1) ?? [] },
      { heading: null, excerpts: told.excerpts.slice(0, 1) },
    ];
  });
  const names = shown.map((profile) => profile.name);
  const note = phrase('answer.namesakes', { count: profiles.length, asked, names });
  return { kind: 'answer', asked, sections, note };
}

async function findNobody(
  asked: string,
  names: readonly string[],
  others: readonly Article[],
): Promise<Reply> {
  const nobody = phrase('answer.nobody-called', { asked });
  const note = joinSentences([nobody, explainOtherLanguages(others, 'people')]) ?? nobody;
  return { kind: 'nothing', asked, note, suggestions: await doInSlices(suggestNames(names, asked)) };
}
