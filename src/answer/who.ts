import type { NameMatch } from '../extract/match-name.js';
import type { Corpus } from '../library/corpus.js';
import { phrase } from '../messages/phrase.js';
import type { Reply, Section } from '../reply.js';
import { listForms, listNames, suggestNames } from './names.js';
import { articlesNaming, findProfiles } from './profile.js';
import { describeProfile, listDeeds, listSayings, listTogether, showMentions } from './profile-sections.js';
import { chooseArticles } from './scope.js';
import { explainTerm } from './term.js';

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
 * what describes them. `related` where the articles name it in passing only; `nothing`, with names
 * near it, where they name nobody so.
 */
export function answerWho(corpus: Corpus, { name, source }: WhoQuery): Reply {
  const scope = chooseArticles(corpus, source);
  if (!scope.ok) return scope.reply;
  const articles = articlesNaming(corpus, scope, name);
  const profiles = findProfiles(corpus, articles, name);
  const [first] = profiles;
  const isSlip = first?.fit !== 'same';
  const term = first === undefined || isSlip ? explainTerm(corpus, articles, name) : null;
  if (first === undefined || term?.kind === 'answer') {
    return term ?? findNobody(name, listNames(corpus, scope.articles));
  }
  return profiles.length === 1 ? tellOf(corpus, name, first) : listNamesakes(corpus, name, profiles);
}

function tellOf(corpus: Corpus, asked: string, profile: NameMatch): Reply {
  const described = describeProfile(profile);
  const sayings = listSayings(corpus, profile);
  const deeds = listDeeds(corpus, profile, [described, sayings]);
  const isActive = sayings !== null || deeds !== null;
  const mentions = described === null && !isActive ? showMentions(corpus, profile) : null;
  const sections = [
    described,
    mentions === null ? null : { heading: null, excerpts: mentions.excerpts },
    listForms(profile, asked),
    sayings,
    deeds,
    listTogether(corpus, profile),
  ].filter((section): section is Section => section !== null);
  if (described !== null) return { kind: 'answer', asked, sections };
  const note = phrase('answer.name-unexplained', { name: profile.name });
  const isTold = isActive || mentions?.isTelling === true;
  return { kind: isTold ? 'answer' : 'related', asked, sections, note };
}

function listNamesakes(corpus: Corpus, asked: string, profiles: readonly NameMatch[]): Reply {
  const shown = profiles.slice(0, MOST_LISTED);
  const sections = shown.flatMap((profile): Section[] => {
    const told = describeProfile(profile) ?? showMentions(corpus, profile);
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

function findNobody(asked: string, names: readonly string[]): Reply {
  const note = phrase('answer.nobody-called', { asked });
  return { kind: 'nothing', asked, note, suggestions: suggestNames(names, asked) };
}
