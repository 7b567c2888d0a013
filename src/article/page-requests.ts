import type { AsideKind } from './article.js';
import { CAPITALISED, exact, FULL_NAME, type LineForm, small } from './line-forms.js';

const MADE =
  '(?:[Ww]ords|WORDS|[Tt]ext|TEXT|[Pp]ictures?|PICTURES?|[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Pp]hotography|[Ii]mages?|[Vv]ideo|[Ff]ilm|[Cc]amera|[Ee]dit(?:ing|or)?|[Pp]roduc(?:er|ed|tion)|[Gg]raphics?|[Ii]llustrations?|[Dd]esign|[Ss]ound|[Mm]usic|[Rr]esearch|[Rr]eporting|[Ww]riting|[Ss]ub-?editing|[Tt]ranslation|[Aa]rtwork|[Mm]aps?)';
/** What only the page itself has or is, and no place that a story speaks of. */
const OF_THE_PAGE =
  '(?:newsletters?|(?:your|my|the) (?:e-?mail )?in-?box(?! of)|e-?paper|paywall|(?:push |browser )?notifications?|(?:news|e-?mail|text|breaking) alerts?|breaking news|mailing list|(?:digital|print|online) (?:edition|access|subscription)|free trial|unlimited access|ad-?free|(?:our|this) (?:\\p{L}+ ){0,2}(?:apps?|site|website|pages?|channels?|podcasts?|community|journalism|newsroom|newsdesk|reporting|shop|store|archives?|survey|readers?|coverage|feed|group|forum|comments?|comment section|events? (?:page|calendar)|privacy policy|terms)|(?:facebook|instagram|twitter|tiktok|youtube|linkedin|bluesky|telegram|whatsapp|reddit|discord|threads) (?:pages?|groups?|channels?|feeds?|accounts?)|premium (?:content|articles|stories)|a subscriber|(?:a |your )(?:subscription|membership) (?:today|now|here)|by becoming a|cookies|ad ?-?block(?:er|ing))';
const ASKS =
  '(?:get|sign|subscribe|support|follow|share|download|join|donate|click|tap|swipe|register|buy|shop|read|watch|listen|see|view|browse|explore|discover|visit|contact|e-?mail|send|tell|write|comment|vote|allow|enable|accept|manage|try|start|upgrade|renew|like|check|head|sync|install|open|turn|receive|keep|stay|help|choose|select|unlock|access|search|advertise|submit|upload|add|become|give|find|never miss|do(?:n.t| not) miss)';
const NETWORKS =
  '(?:facebook|twitter|instagram|tiktok|youtube|linkedin|threads|bluesky|mastodon|telegram|whatsapp|reddit|discord|spotify|apple (?:podcasts|news)|google (?:news|podcasts|play)|the app store|amazon|alexa)';

/**
 * Lines of any length in which a page asks something of its reader, or speaks of itself: a request begins with its verb and names what only a page
 * has; a statement begins with "we" or "this page". A guide that asks the same of its reader ("Subscribe to the mod …") names other things.
 */
export const PAGE_REQUESTS: readonly (readonly [AsideKind, readonly LineForm[]])[] = [
  [
    'caption',
    exact(
      `^(?:${MADE}(?: (?:and|&) ${MADE})?\\s?(?::| by)\\s?${FULL_NAME}[.,;|/ ]*){2,}$`,
      `[.!?]["\u201d]? [Cc]ourtesy(?: of|:) ${CAPITALISED}(?: [^.!?]{1,40})?\\.?$`,
    ),
  ],
  [
    'correction',
    small(
      "^(?:updated?|corrections?|clarification|amend(?:ed|ment)|(?:editor|ed)['\u2019]?s? note|note)(?:\\s?\\([^()]{1,40}\\)|[ ,]+[\\d\\p{L} ,.:/-]{3,30})?\\s?[:\u2013\u2014-]\\s.*(?:headline|article|story|caption|version|amended|corrected|misstated|misspel(?:led|t)|incorrect(?:ly)?|mistakenly|error)(?!\\p{L})",
      '^(?:(?:have you )?(?:spot|found|seen?|noticed?)(?:ted)? (?:an?|any|something) (?:error|mistake|typo|inaccuracy|wrong|missing)|something wrong (?:here|with this)|(?:to )?(?:report|request|suggest) (?:an?|a possible|this) (?:error|typo|correction|mistake|inaccuracy|edit|factual))(?!\\p{L})[^.]{0,60}[.?!:]?.{0,60}$',
    ),
  ],
  [
    'notice',
    small(
      `^(?:(?:please|just|simply|also|why not|so|and|to \\p{L}[^,.]{2,50},|for (?:more|all|the latest)[^,.]{2,50},|want[^?]{2,60}\\?|(?:like|lov|enjoy|need|look)(?:e|ed|ing)?[^?]{2,60}\\?) )?(?:please )?${ASKS}(?!\\p{L})[^"\u201c]*(?<!\\p{L})${OF_THE_PAGE}(?!\\p{L})`,
      `^(?:sign up|subscribe|newsletter|download|get the app|join us|follow us|support us|donate|app|e-?mail us|text us|whatsapp|listen|more info(?:rmation)?)\\s?(?:[:|>]|\\s[\u2013\u2014-]\\s)\\s*\\p{L}`,
      `^(?:${ASKS}|available|now|also|listen|stream|watch)(?!\\p{L})[^".\u201c]{0,60} (?:on|via|from|in|through) ${NETWORKS}(?:(?:,| or| and|,? &) ${NETWORKS}){0,4}(?:,? or (?:wherever|anywhere)[^.]{2,40})?[.!]?$|wherever you (?:get|listen to) (?:your )?podcasts`,
      '^(?:get|have|receive) [^".\u201c]{3,70} (?:delivered|sent|e-?mailed)(?: (?:free|straight|direct(?:ly)?|daily|weekly|to you|right))*(?: (?:every|each|to|at|by)(?!\\p{L})[^".]{0,50})?[.!]?$',
      '(?:^|[.!?:] )(?:subscribe|join|upgrade|unlock|start|go premium|support us)(?!\\p{L})[^".\u201c]{0,60}(?:\\p{Sc}\\s?\\d|\\d\\s?\\p{Sc}|\\d+ ?% off|free for|\\d+ \\p{L}+ (?:for|a|per|each) (?:\\p{L}+ )?(?:month|week|year)s?)',
      '^(?:like|liked|lov(?:e|ed|ing)|enjoy(?:ed|ing)?|found|interested in|curious about|want|need) (?:this|what|it|our|more|the (?:story|article|post|piece|read|show)|to (?:know|read|see|hear|get|stay|support|help|advertise|join|learn))(?!\\p{L})[^?"\u201c]{0,80}\\? [\\p{Lu}][^?"\u201c]{2,90}[.!]?$',
      '^(?:have you been|are you|were you|do you|did you|have you|got|know) [^?"\u201c]{3,110}\\? (?=.{0,120}(?<!\\p{L})(?:us|e-?mail|contact|fill in|form below|comments?|get in touch|newsletter|here|newsdesk|reporter)(?!\\p{L})|.*@)(?:we|please|let|tell|e-?mail|contact|share|send|get|write|fill|call|text|click|join|comment|message|drop|reach)(?!\\p{L})[^"\u201c]{2,120}$',
      '^(?:your (?:support|donation|gift|contribution|subscription|membership|generosity)|(?:with|without) your (?:support|help|donations?)|thanks to (?:our )?(?:readers?|members|supporters|subscribers|donors)(?: like you)?,?)(?!\\p{L})[^"\u201c]{0,140}(?:journalism|news|reporting|stories|possible|us|site|work|coverage|independent|free)(?!\\p{L})[^"\u201c]{0,60}[.!]?$',
      '^(?:local|independent|quality|good|real|community|honest|free|this kind of|our) (?:news|journalism|reporting|coverage)(?: like this)? (?:matters|needs|is(?:n.t| not)? (?:free|possible|funded|made|cheap)|depends|relies|costs|takes|deserves)(?!\\p{L})',
      '^(?:we|our (?:editors|writers|team|partners|site|reviewers|experts)) (?:(?:may|might|can|could|will|do|also|only|sometimes|independently) )*(?:earn|receive|make|get|use|store|collect|process|review|recommend|test|include)(?!\\p{L})[^"\u201c]{0,160}(?:commissions?|affiliate|cookies?|third[ -]part(?:y|ies)|personal (?:data|information)|your (?:data|device|experience|consent)|links? (?:on|in) (?:this|our)|(?:buy|purchase|click)(?:es)? (?:something|through|via|from)|products? (?:we|you))(?!\\p{L})',
      "^(?:we(?:['\u2019]re| are) (?:hiring|recruiting|always looking for)|we(?:['\u2019]d| would)(?: also)? (?:love|like) to (?:hear|know)|we want (?:to hear|your)|we (?:welcome|encourage|moderate|reserve the right))(?!\\p{L})[^\"\u201c]{0,140}[.!?]?$",
      '^(?:this|these|some of (?:the|these|our)|any|all|links?|prices?|offers?|products?)(?: \\p{L}+){0,3} (?:(?:in|on|within|featured (?:in|on)|above|below|here) )?(?:this (?:page|site|article|post|story|list|guide) )?(?:(?:is|are|was|were|may be|has been|have been|may|might|can|will|contains?|includes?|correct) )+(?:blocked|hidden|affiliate|sponsored|protected by recaptcha|correct at|accurate (?:at|as of)|subject to change|sent (?:to|from)|for subscribers|exclusive to|reserved for|part of our|not (?:intended|a substitute|financial|medical|legal)|generated by|powered by|licen[cs]ed under|independently (?:selected|chosen)|paid for by)(?!\\p{L})',
      '^(?:required fields are marked|fields marked with|all fields are required|indicates (?:a )?required)|required fields are marked \\*|^\\*\\s?(?:required|denotes|indicates)(?!\\p{L})',
      '^(?:all )?(?:content|materials?|text|images?|photos|articles|pages?|design)(?: and \\p{L}+)? (?:(?:is|are|remains?) )?(?:\u00a9|copyright)(?!\\p{L})|(?:^|[.|,] ?)(?:reg(?:istered|\\.)? |uk |a )*(?:charity|company|vat|business)(?: reg(?:istration|istered|\\.)?)?(?: in \\p{Lu}\\p{L}+(?: and \\p{Lu}\\p{L}+)?)?(?: no\\.?:?| number:?)\\s?[\\p{Lu}\\d]',
      '^(?:republish|reprint|license|reuse|share) (?:this|our) (?:articles?|stor(?:y|ies)|content|work)(?!\\p{L})|creative commons (?:licen[cs]e|attribution|cc)|^(?:this )?(?:text|work|article|story|content|photo|image)?\\s?(?:is )?(?:licen[cs]ed|available|published|shared|released) under (?:a|the) (?:cc|creative)',
      '^a (?:post|photo|video|reel|story|tweet|thread) (?:shared|posted|published|uploaded) by |^(?:view|see|read|watch|show) (?:this|more|the|all|full) (?:posts?|photos?|tweets?|videos?|threads?|repl(?:y|ies)|profile|reels?)(?: (?:from|by) .{1,40})? on \\p{L}+',
      '^(?:take|complete|fill (?:in|out)|vote in|enter|answer|have a go at|test yourself (?:in|with)) our (?:\\p{L}+ ){0,4}(?:survey|poll|quiz|questionnaire|competition|prize draw|crossword|puzzle|sudoku|test)(?!\\p{L})',
      '^(?:sign up|log ?in|register|create (?:an|your) account|subscribe|join)(?: (?:for free|free|now|today))? (?:to|and) (?:get|save|follow|read|see|unlock|comment|access|receive|continue|view|join|manage|vote|reply)(?!\\p{L})[^"\u201c]{0,80}[.!]?$',
      '^click (?:to (?:share|e-?mail|print|play|enlarge|expand|view|see|read|open|copy|subscribe|follow|tweet|pin|listen|watch|join|zoom|reveal|load)|here|below|(?:the|on the) (?:link|button|image|photo|picture|map|headline|banner|player)s? (?:below|above|to|for))(?!\\p{L})|\\(opens (?:in|a) (?:a )?new (?:window|tab)\\)',
      '^(?:advertisement|advert|ad)s?\\s?[\u2013\u2014:|-]?\\s?(?:continue|scroll|story|article|this|keep|close|skip)(?!\\p{L})[^"\u201c]{0,60}$|^(?:story|article|text|interview|list|post|report|recipe|column|content|review)s? continues?(?: (?:below|after|underneath|beneath|under|on|from)(?!\\p{L})[^"\u201c]{0,50})?[.:]?$|^(?:continued?|cont[\'\u2019]?d\\.?|continues|turn|see|jump) (?:on|from|to) (?:page|p\\.?|the next page) ?[\\p{Lu}\\d]*\\.?$',
    ),
  ],
];
