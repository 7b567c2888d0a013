import type { Article } from '../article/article.js';
import type { Corpus } from '../library/corpus.js';
import type { Reply, Section } from '../reply.js';
import { namesOf, nearNames } from './names.js';
import { articlesNaming, findProfiles, type Profile } from './profile.js';
import { describeProfile, listDeeds, listSayings, listTogether } from './profile-sections.js';
import { chooseArticles } from './scope.js';
import { explainTerm } from './term.js';

/** Whom or what to tell of, by name or description, and from which article. */
export interface WhoQuery {
  readonly name: string;
  readonly source: string | undefined;
}

/** People listed at most where a name fits several. */
const MOST_LISTED = 10;

/**
 * Who or what somebody is, from the articles: the describing phrases first, other names, then what they
 * said and did and whom they are mentioned with. Several people with the name are listed, each with
 * what describes them. `nothing`, with names near it, where the articles name nobody so.
 */
export function answerWho(corpus: Corpus, { name, source }: WhoQuery): Reply {
  const scope = chooseArticles(corpus, source);
  if (!scope.ok) return scope.reply;
  const articles = articlesNaming(corpus, scope, name);
  const { profiles, match } = findProfiles(corpus, articles, name);
  const confidence = match === 'typo' ? SURE_OF_SLIP : SURE;
  const [only] = profiles;
  if (only !== undefined && profiles.length === 1) return tellOf(corpus, name, only, confidence);
  if (profiles.length > 1) return listNamesakes(name, profiles, confidence);
  return explainTerm(corpus, articles, name) ?? findNobody(corpus, scope.articles, name);
}

/** How sure a profile is the one meant: its name was typed, or typed with a slip. */
const SURE = 0.95;
const SURE_OF_SLIP = 0.7;

function tellOf(corpus: Corpus, asked: string, profile: Profile, confidence: number): Reply {
  const described = describeProfile(profile, confidence);
  const sections = [
    { ...described, names: namesOf(profile) },
    listSayings(corpus, profile),
    listDeeds(corpus, profile, described),
    listTogether(corpus, profile),
  ].filter((section): section is Section => section !== null);
  const isDescribed = profile.parts.some(({ entity }) => entity.descriptions.length > 0);
  const isTold = isDescribed || sections.length > 1;
  const note = `The articles name “${profile.name}” but do not say who or what that is.`;
  return { kind: isTold ? 'answer' : 'related', asked, sections, ...(isDescribed ? {} : { note }) };
}

function listNamesakes(asked: string, profiles: readonly Profile[], confidence: number): Reply {
  const shown = profiles.slice(0, MOST_LISTED);
  const sections = shown.map((profile) => ({
    ...describeProfile(profile, confidence / profiles.length),
    names: namesOf(profile).slice(0, 1),
  }));
  const names = shown.map((profile) => profile.name);
  const note = `${profiles.length} here fit “${asked}”: ${names.join(', ')}. Ask for one of them by the full name.`;
  return { kind: 'answer', asked, sections, note, suggestions: names };
}

function findNobody(corpus: Corpus, articles: readonly Article[], asked: string): Reply {
  return {
    kind: 'nothing',
    asked,
    note: `The articles name nobody and nothing called “${asked}”; try another spelling or a describing word.`,
    suggestions: nearNames(corpus, articles, asked),
  };
}
