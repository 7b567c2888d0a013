const NAME =
  "(?:(?:Dr|Prof|Professor|Sir|Dame|Rev|Mr|Ms|Mrs)\\.? )?(\\p{Lu}[\\p{L}\\p{M}'\\u2019.-]*(?: (?:van |von |de |al-)?\\p{Lu}[\\p{L}\\p{M}'\\u2019.-]*){1,3})";
const ROLE =
  '(?:writer|reporter|correspondent|editor|columnist|journalist|photographer|contributor|producer|critic|broadcaster)';
const WRITER = `(?:(?:staff|freelance|senior|chief|deputy|contributing|political|business|sports?|science|health|environment|education|crime|local|foreign|investigative|data|features?|news|award-winning) ){0,3}${ROLE}`;
const STAFF = `(?:staff|freelance|contributing) ${ROLE}`;
const THINKER =
  '(?:\\p{L}+ ){0,3}(?:lecturer|professor|fellow|researcher|historian|novelist|author|economist|poet|playwright|scientist|analyst|lawyer|director|teacher|editor|founder)';
/** A writer and for whom, or where: "is a staff photographer based in Brackwick". */
const SURE = new RegExp(
  `^${NAME}(?:,? (?:is|was) (?:an?|the|our|[^.]{2,30}[\\u2019']s) (?:${WRITER},? (?:based in|living in|covering|who (?:covers|writes about|reports on)) [^.]{2,90}(?:\\.|$)|${STAFF} (?:for|at|with|on|of) [^.]{2,90}(?:\\.|$))|,? (?:covers|writes (?:on|about)|reports (?:on|for|from)) [^.]{2,90} (?:for|at) (?:the )?\\p{Lu}[^.]{2,50}(?:\\.|$)|,? is our (?:\\p{L}+ ){0,2}${ROLE}\\.?$|,? is the (?:co-)?author (?:of|,)[^.]{0,60}["\\u201c\\u2018][^"\\u201d]{2,80}["\\u201d\\u2019][^.]{0,20}\\([^()]{0,40}\\d{4}\\))`,
  'u',
);
const AT_THE_END = new RegExp(
  `^${NAME},? (?:is (?:an?|the|our) (?:former |retired )?(?:${WRITER}|${THINKER})(?![\\p{L}])|covers |writes (?:on|about|for) |reports (?:on|for|from) |(?:can be reached|teaches) )`,
  'u',
);
const VIEWS =
  /(?:^|[.!?]["\u201d]? )(?:(?:the|any|all) )?(?:views|opinions)(?: and (?:views|opinions))? (?:(?:expressed|stated|given)(?: (?:here|above|in this \p{L}+))? (?:are|do not|belong|represent)(?!\p{L})[^.]{0,90}(?:own|author|writer|necessarily|newspaper|publication|employer|columnist|alone)|are (?:(?:his|her|their|my) own|(?:those|solely those) of the (?:author|writer)|the (?:author|writer)['\u2019]s own))/iu;
const THE_WRITER =
  /^the (?:writer|author|columnist|reviewer) (?:is|was) (?:an?|the|our) [^.!?]{3,90}(\.?)$/iu;

const MOST_WORDS = 60;

interface LinePosition {
  readonly isLast: boolean;
  readonly isSigned: boolean;
}

/**
 * Whether a paragraph is a note on somebody who wrote the article although no byline names that person: "Ada Finch covers ships for the Post.",
 * "The views expressed are her own.". Whom the prose names elsewhere (`others`) the story is about; forms that a story could have as well
 * count only if nothing but furniture follows (`isLast`), some of them only if nobody is named as
 * its author (`isSigned`).
 */
export function isNoteOnAuthor(
  line: string,
  others: () => string,
  { isLast, isSigned }: LinePosition,
): boolean {
  if (line.split(/\s+/u).length > MOST_WORDS) return false;
  if (VIEWS.test(line)) return true;
  const writer = THE_WRITER.exec(line);
  if (writer !== null) return isLast || writer[1] === '';
  const name = (SURE.exec(line) ?? (isLast && !isSigned ? AT_THE_END.exec(line) : null))?.[1];
  if (name === undefined) return false;
  const last = name.split(' ').at(-1) ?? name;
  return !others().includes(last);
}
