import type { AsideKind } from './article.js';
import { CAPITALISED, exact, type LineForm, small } from './line-forms.js';
import { PAGE_LABELS } from './page-labels.js';
import { PAGE_REQUESTS } from './page-requests.js';

const ENDS_SENTENCE = /[.!?\u2026]["'\u201d\u2019)\]]*$/u;
/** Words of a line that labels, counts or points, and of a caption that ends in whose picture it is. */
const FEW_WORDS = 18;
/** Somebody says what the line says: "Follow us on the radio, the guide called." */
const SPOKEN =
  /[,?!]["\u201d\u2019]? (?:[\p{L}'\u2019.]+ ){0,6}(?:said|told|says|wrote|asked|shouted|called|warned|added|replied|read|ruled|heard)(?!\p{L})/u;

const STORY = '(?:article|story|report|post|piece|essay|column|review|interview|page|newsletter|episode)';
const PICTURE = '(?:photo|photograph|image|picture|pic|footage|video|graphic)';
const NETWORK =
  '(?:facebook|twitter|x(?!\\p{L})|instagram|tiktok|youtube|linkedin|threads|bluesky|mastodon|telegram|whatsapp|reddit|discord|signal|social media|socials)';
const CAPITALISED_WORDS = `${CAPITALISED}(?: (?:(?:of|the|and|de|van|von|&) )?${CAPITALISED}){0,4}`;
const AGENCY_WORD =
  '(?:Pictures|Images|Photos?|Press|News|Agency|Agence|Agencia|Media|Wire|Newswire|Service|\\p{Lu}{2,6})';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{Ll}{0,6}\\.?';
const DAY = `(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})(?:,? \\d{4})?`;
const PLACE_IN_CAPITALS = "\\p{Lu}[\\p{Lu}'\\u2019.-]+(?: \\p{Lu}[\\p{Lu}'\\u2019.-]*){0,3}";

/** Forms of a whole line whatever its length: a sentence of a story has none of them. */
const ANYWHERE: readonly (readonly [AsideKind, readonly LineForm[]])[] = [
  [
    'correction',
    small(
      `^(?:update[sd]?|correction|note)?(?: \\([^()]{1,30}\\))?[:\\s]*(?:an? (?:\\p{L}+ )?version of this ${STORY} (?:was|is|has|had|first|originally|previously|also|appear)|this ${STORY} (?:was|has been|is being) (?:amended|updated|corrected|clarified|translated (?:from|by|into)|adapted from|reprinted|republished))`,
      `^(?:originally (?:published|posted|appeared)|first (?:published|posted)) (?:in|on|by|at) (?!\\d)[^.,]{1,50}[.]?$|^this (?:article|story|post|column|piece) (?:originally|first) (?:appeared|ran) (?:in|on|at) |^updated (?:to|with) (?:include|reflect|add|correct|clarify|remove|comments?|statements?|(?:new|additional|more) (?:details|information|comments?))(?!\\p{L})[^;,]*$|^the (?:story|article|headline|post) has been (?:updated|corrected|amended)(?: (?:to|with|on|since|at) [^.]*)?[.]?$`,
      `^this (?:article|post|column|essay) (?:was|is) (?:produced|supported|funded|co-?published|written) (?:by|with|in (?:partnership|collaboration)|as part of)(?=.{0,80}(?:grant|partnership|support|collaboration|fellowship|foundation|fund|initiative))`,
    ),
  ],
  [
    'notice',
    small(
      `^(?:this|our|some) (?:${STORY}|content|site|links?) (?:contains?|includes?|may (?:contain|include)|are|is) (?:\\p{L}+ )?(?:affiliate|sponsored|paid (?:links?|promotion|partnership)|advertis(?:ing|ements?|ers?)(?!\\p{L}))`,
      "^this (?:content|video|media|map|post|embed) (?:is (?:hosted|provided) by|(?:is not|isn[\\u2019']t) (?:available|supported) (?:in|on|for) (?:your|this)|(?:can ?not|could not|can[\\u2019']t) be (?:loaded|displayed|played|embedded)|requires? (?:java ?script|cookies))",
      '^(?:sorry, )?(?:please|you (?:must|need to|have to)|to (?:view|see|use|watch|play|display) [^.]{3,50},? (?:please )?)\\s?(?:turn on|enable|allow|accept|disable|activate|whitelist|switch (?:on|off))[^.]{0,40}(?:java ?script|cookies|ad ?-?blocker)',
      "^(?:sorry, )?(?:your|this) (?:web )?browser (?:does not|doesn[\\u2019']t|cannot|can[\\u2019']t|is no longer|may not|is not|is)(?: \\p{L}+)? (?:support|play|display|run|up to date|out of date|outdated)|^java ?script (?:is|must be|has been|appears to be) (?:disabled|required|enabled|turned off|switched off)(?:[^.]{0,20}(?:your browser|to (?:view|use|see|read))|[.!]?$)|^(?:it )?(?:looks like|seems|appears) you(?: are|[\\u2019']re| have)[^.]{0,30}(?<!\\p{L})(?:ads?(?: ?-?block(?:er|ing))?|old browser|javascript)(?!\\p{L})",
      '^(?:we|you)[^.]{2,20}(?:detected|noticed)[^.]{2,30}ad ?-?block',
      "^you(?: have|[\\u2019']ve)(?: only| just)? (?:\\d+|one|two|three|four|five|no)(?: \\p{L}+){0,3} (?:articles?|stor(?:y|ies)|reads|views)(?!\\p{L})[^.]{0,60}(?:left|remaining|month|week|limit|today)|^you(?: have|[\\u2019']ve) (?:reached|hit|read|used|exceeded) [^.]{0,40}(?:free|limit|monthly)[^.]{0,30}(?:articles?|stor(?:y|ies)|month|limit)|^this is your (?:last|final|\\p{L}+) free (?:article|story)",
      '^(?:you can|you may|to) unsubscribe|^unsubscribe (?:at any time|here|any ?time)|^(?:by (?:signing|subscribing|submitting|registering|entering|providing|creating))(?=[^.]{0,120}(?:(?:you|i) (?:agree|accept|consent|acknowledge|confirm)|terms|privacy|polic))',
      '^(?:thanks|thank you) for (?:signing|subscribing|registering|reading|joining (?:our|the) [^.]{0,30}(?:list|newsletter|community)|being a (?:subscriber|member))|^(?:please )?(?:check|confirm) your (?:inbox|e-?mail)(?: \\p{L}+)* to (?:confirm|complete|finish)|^(?:was this|this) (?:newsletter|e-?mail) (?:was )?forwarded to you|^(?:please )?(?:enter|type|submit) your e-?mail(?: address)?(?:$|[^.]{0,60}(?:below|newsletter|sign|subscribe|updates))',
      "^no,? thanks?[.,]? (?:but )?(?:i(?: a|[\\u2019'])m (?:already|not)|not now|maybe later)|^(?:like|liked|love|enjoy(?:ing|ed)?|want|need) (?:what you|this (?:story|article|post|newsletter|piece)|our (?:work|journalism|reporting|coverage)|more (?:stories|news|like|of|from))[^?.!]{0,60}\\?",
      '^if you (?:value|enjoy(?:ed)?|like|liked|appreciate|found|love|believe in|care about|rely on) (?:our (?:\\p{L}+ ){0,2}(?:journalism|reporting|work|coverage|stories|newsletter|podcast|site)|this (?:article|story|post|newsletter|podcast|piece)|what (?:we do|you)|(?:independent|local) (?:journalism|news|reporting))[^.]{0,60}(?:consider|support|subscrib|donat|contribut|shar|sign|join|member)',
      '^(?:please )?(?:consider|help us by) (?:supporting|donating|making a|becoming a|subscribing)|^(?:make|give) a (?:donation|contribution|one-off|monthly)[^.]{0,40}(?:today|now|here|journalism|newsroom|us)|^our (?:journalism|reporting|newsroom) (?:is|relies|depends|needs|takes|costs|would not)[^.]{0,60}(?:reader|you|support|member|donation)',
      `^(?:follow|find|like|join|watch|connect with|chat with|message|add|catch|see) (?:us|our (?:\\p{L}+ )?(?:page|channel|group|feed|account)s?|me)(?: \\p{L}+){0,3} (?:on|at|via|in) (?:our )?(?:${NETWORK}|[^.]{0,40}@\\w)`,
      '^(?:follow|find|like|join|tweet|message|contact|e-?mail|dm|write to|reach|get in touch with|call|text) [^.]{0,60}(?:^|[\\s:(])@\\w{3,}[\\w.]*(?:\\s|$|\\.$|\\))',
      '^(?:follow|see|watch|read|get) (?:our|the) (?:live|latest|full|complete) (?:coverage|updates?|blog|results|stories|story|report)(?: (?:here|live|below|at the link|of .{3,50}|on .{3,50}))?[.!]?$',
      '^(?:join|follow|subscribe to) (?:the|our) [^.]{2,50}(?:channel|newsletter|mailing list|podcast|community|group)(?: (?:for|to get|to receive|on|and get|today|now)(?!\\p{L})[^.]{0,60})?[.!]?$',
      '^(?:this|these|no part of|all|our|\u00a9|reproduction|content|articles?)[^!?]{0,80} (?:may|must|can) ?not be (?:reproduced|republished|copied|redistributed|published)(?:, | without | in )',
      '^what do you think\\?(?: (?:have|let|tell|leave|join|share|comment|write|e-?mail|vote|send)(?!\\p{L})[^.!?]*[.!?]?)?$|^have your say(?: (?:below|here|now|in (?:the|our) [^.,]{3,30}))?[.!:]?$|^(?:tell|let) us (?:know )?(?:what you think|your (?:thoughts|views|story)|in the comments)(?: (?:below|here|in|by|on|at|about)(?!\\p{L})[^.,]*)?[.!:]?$|^(?:join|start) the (?:debate|discussion|conversation)[.!:]?$|^be the first to (?:comment|reply|like|share|know)(?: [^.,]{2,40})?[.!]?$|^(?:sorry, )?comments (?:are|have been) (?:now )?(?:closed|disabled|turned off|off|moderated)(?: (?:on|for|to) this \\p{L}+| here)?[.!]?$|^(?:log|sign) ?in (?:or (?:register|sign up|join) )?to (?:reply|comment|post|continue|save|read|vote|follow|leave)|^(?:you must be|please) (?:logged|signed|log|sign) in',
      "^(?:we value your privacy|(?:your e-?mail(?: address)? (?:will not|won[\\u2019']t) be (?:published|shared))|please enter a valid e-?mail(?: address)?|you are now (?:subscribed|signed up))[.!]?$|^(?:an error (?:has )?occurred|(?:oops[!,.]? )?something went wrong)[.!,]? (?:please )?try again|^loading comments",
      '^(?:sign up|register|subscribe|get|receive|enjoy)(?: (?:now|today|here))? (?:for |to |from )?(?:our (?:\\p{L}+ ){0,3}(?:newsletter|digest|briefing|bulletin|alerts|e-?mails)|[^.]{3,40}(?:straight |direct(?:ly)? )?to your (?:phone|inbox|e-?mail))|^(?:unlock|access|create|start|activate|claim) (?:this (?:article|story)|unlimited|your (?:free )?(?:trial|subscription|account)|a free (?:account|trial))(?!\\p{L})[^.!?]{0,50}[.!]?$|^subscribe (?:now |today )?(?:for|from) (?:just |only )?\\p{Sc}\\d|^already (?:have|got) an account\\?',
      "^this (?:video|audio|player|episode|stream|clip) (?:is|can(?:not|[\\u2019']t)) (?:no longer|not|be|currently un)\\s?(?:available|played|loaded)[^.]{0,30}[.!]?$|^(?:the )?(?:video|audio|media) player is (?:loading|unavailable)[.!]?$|^this is a modal window|^(?:press|hit|tap|click) play to (?:listen|watch|hear)|^(?:watch|listen to|see|play) the (?:video|audio|clip|podcast|interview|episode|gallery) (?:above|below|here)[.!]?$",
      "^please (?:be respectful|keep (?:your )?comments|follow our (?:comment|community))|^do you know more\\?|^if you(?: have|[\\u2019']ve) been affected by (?:this (?:story|article|report)|(?:any of )?the issues|anything in)|^you can (?:reach|contact|e-?mail|follow|find) (?:me|us|him|her|them|the (?:author|writer|reporter))(?= [^!?]{0,60}@)",
      '^(?:for|read) (?:more|our) (?:on|about|from|full|latest|complete) (?:this|[^.]{3,40})(?:, (?:visit|see|go to|click|read|follow)|(?: (?:review|story|report|coverage|analysis|guide|interview|investigation))? here[.!]?$)',
      '^(?:this|the) (?:column|article|commentary|post|essay|op-ed) does not (?:necessarily )?(?:reflect|represent)',
      '^(?:link|url|text) copied(?: to (?:the |your )?clipboard)?!?$',
      '^(?:paid for|sponsored|presented|brought to you) by \\p{L}[^.!?]{1,50}$|^(?:paid|partner|sponsored|promoted|advertis(?:er|ing|ement)) (?:content|post|feature|message|partner)s?(?:$|[:|\\s]+[^.]{0,40}$)|^(?:ad|advert)(?:s|isement)? (?:feature|loading|break|choices)$',
      '^(?:breaking|developing|live|just in)(?: news)?\\s?[:|-]\\s?(?:more|details|updates?)(?: (?:details|updates?|information))? (?:to (?:follow|come)|soon|as)|^(?:more(?: (?:details|updates|information))?|updates?|details) (?:to (?:follow|come)|will follow|coming soon|soon)[.!\u2026]*$',
      '^(?:got|have|know) (?:a|any|some(?:thing)?)(?: \\p{L}+){0,2} (?:tip|story|stories|news|information|question|confidential)[^?.]{0,50}\\?|^(?:to (?:contact|reach|send|submit|share)|contact|e-?mail|write to|send (?:us|your|a|tips?)|tips?|letters|get in touch|press|media|enquiries|more information|call)(?!\\p{L})[^!?]{0,80}[\\w.+-]+@[\\w-]+\\.[a-z][\\w.-]*\\.?$',
    ),
  ],
  [
    'notice',
    exact(
      `^(?:Copyright|COPYRIGHT|\\([Cc]\\))\\s(?:(?:\u00a9|\\([Cc]\\)|by|The|the)\\s)*(?:(?:\\p{Lu}[^\\s.]*|&|of|and) ){0,6}(?:19|20)\\d{2}`,
    ),
  ],
  [
    'byline',
    exact(
      '^(?:About|ABOUT) (?:the|THE|our|this) (?:author|AUTHOR|writer|WRITER|columnist|reviewer|photographer|contributor)s?(?:\\s?:|$)',
    ),
  ],
  [
    'caption',
    exact(
      '^(?:FILE|FILE PHOTO|File photo) ?[-:\u2013\u2014] ',
      `(?:^|\\s)\u00a9\\s?(?:\\d{4}\\s)?${CAPITALISED_WORDS}(?:\\s?[/|,]\\s?${CAPITALISED_WORDS})?\\.?$`,
      `[([](?:(?:File|Supplied|Handout|Provided|Submitted|Contributed)(?: ${PICTURE}s?)?|(?:Pics?|Credit|Screen ?(?:grab|shot)|Still|Graphic|Video|Illustration|Artwork|Source|Handout|Courtesy|File)(?: by|\\s?[:/])\\s?[^()[\\]]{2,60})[)\\]]\\.?$`,
      '(?:[.!?]["\\u201d]?\\s|^)(?:(?:[Vv]ideo still|[Ss]creen ?(?:shot|grab)|[Ff]rame ?grab|[Hh]andout|HANDOUT)(?: (?:by|via|from|courtesy of) |: ?)|(?:[Ss]till|[Pp]ics?|[Vv]ideo|[Ff]ootage|[Gg]raphic|[Aa]rtwork|[Rr]ender(?:ing)?|[Cc]artoon|[Cc]omposite)s?: ?)\\p{Lu}[^.!?:]{1,50}$',
      `(?:[.!?]["\\u201d]?\\s)(?:\\p{Lu}{2,6}|${CAPITALISED_WORDS}) ?/ ?${CAPITALISED_WORDS}$`,
    ),
  ],
];

/** Forms of a line that is short and ends in no full stop. */
const SHORT: readonly (readonly [AsideKind, readonly LineForm[]])[] = [
  [
    'dateline',
    exact(
      `^${PLACE_IN_CAPITALS}(?:, ${CAPITALISED}(?: ${CAPITALISED})?)?(?:, ${DAY})?(?: \\((?:\\p{Lu}{2,4}|Reuters|Bloomberg|dpa|Xinhua|Tass)\\))?\\s?(?:[\u2013\u2014]|--)$`,
      `^${PLACE_IN_CAPITALS}(?:, ${CAPITALISED}(?: ${CAPITALISED})?)?(?:, ${DAY})? \\((?:\\p{Lu}{2,5}|Reuters|Bloomberg|dpa|Xinhua|Tass)\\)(?:\\s?-)?$`,
      `^${PLACE_IN_CAPITALS}(?:, ${CAPITALISED}(?: ${CAPITALISED})?)?, ${DAY}$`,
    ),
  ],
  [
    'byline',
    exact(
      '^(?:\\((?:\\p{Lu}{2,6}|Reuters|Bloomberg|dpa|Xinhua|Tass)\\)|/(?:\\p{Lu}{2,6}|\\p{Lu}\\p{Ll}{2,10})/)$',
      `^[\u2013\u2014-]+\\s?(?:(?:The |With )?(?:${CAPITALISED} ){0,3}(?:Press|News|Agency|Agence|Agencia|Wire|Newswire|Reuters|Bloomberg|Staff|News Service|Staff [Rr]eports?)(?: ${CAPITALISED}){0,3}|\\p{Lu}{2,5})$`,
    ),
  ],
  [
    'time',
    small(
      '^(?:posted|published|submitted|uploaded|filed|last (?:updated|modified)|updated) (?=[^\\d]{0,25}\\d)[\\p{L}\\p{N}\\s,.:/-]{3,40} by [\\p{L}. ]{2,30}$',
      '^(?:estimated )?(?:reading|read) time\\s?:?\\s(?:(?:about|approx(?:imately|\\.)?|around|under|less than|~) ?)?(?:\\d+|one|two|three|four|five|ten)\\W',
      '^(?:about |approx\\.? )?(?:an? )?\\d+[ -]min(?:ute)?s?[ -](?:read|listen|watch)(?:ing time)?$',
    ),
  ],
  [
    'caption',
    [
      ...small(
        `^(?:(?:file|stock|handout|archive|library|undated) ${PICTURE}s?|photos?|images?|pictures?|pics?)(?: (?:provided|supplied|courtesy)(?: (?:by|of|via) .{2,60})?)$|^(?:file|stock|handout|archive|library) ${PICTURE}s?$`,
        `^(?:drone|aerial|satellite|bird[\\u2019']s[ -]eye) (?:view|photo|image|shot|picture|footage)s? (?:of|over|from) [^.!?]{3,90}$`,
        '^(?:tap|click|swipe|scroll|hover|pinch)(?: (?:or \\p{L}+|here|on (?:the )?\\p{L}+|the \\p{L}+))* (?:to|for|through) (?:enlarge|expand|zoom|see|view|play|more|read|open|reveal|explore|the \\p{L}+)',
        `^(?:slide|image|photo|picture|${PICTURE}s|item|gallery|view)s?:? (?:\\d+ (?:of|/) \\d+|(?:all )?\\d+ (?:photo|image|picture)s)$|^\\(?\\d{1,3} ?(?:/|of) ?\\d{1,3}\\)?$|^\\d{1,3} (?:photos|images|pictures)$`,
        '^(?:(?:pictured|clockwise|from)[ ,](?:from )?(?:the )?(?:top |far )?left(?: to right)?|left to right|l-r|l to r|clockwise from [\\p{L} -]{3,20})\\s?:',
      ),
      ...exact(
        `^(?:${CAPITALISED} ){0,2}${AGENCY_WORD} ?/ ?${CAPITALISED_WORDS}$|^${CAPITALISED}(?: ${CAPITALISED}){1,3} ?/ ?(?:The )?(?:${CAPITALISED} ){0,3}${AGENCY_WORD}$|^\\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{L}'\\u2019-]+/(?:The )?\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+$`,
        '^1 ?/ ?(?:[5-79]|\\d{2}) \\p{Lu}.{8,}$|^\\d{1,3} ?/ ?\\d{1,3} \\p{Lu}.{8,}[)\\]]$',
      ),
    ],
  ],
  [
    'link',
    [
      ...small(
        '^(?:\u2190|\u2039|<<?|\u00ab)?\\s*(?:back|return|go back) to (?:(?:all|the|our|latest|more) )?(?:news|home|top|articles?|stories|story|blog|index|search|results|homepage|front page|overview|list)$',
        '^(?:in pictures|in photos|explainer|explained|in depth|podcast|quiz|photo gallery|gallery|interactive|from (?:the|our) archives?|long read|deep dive|must read)\\s?[:|]\\s?\\S+(?: \\S+){2,}$',
        '^background\\s?[:|]\\s?(?:why |how |what |who |inside |(?=.*(?:explained|in (?:\\p{L}+ )?(?:charts|maps|pictures|numbers)|at a glance|timeline|\\?$)))',
        "^(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in|want to read|have missed)|people (?:also|are) read(?:ing)?|(?:others|readers) (?:are|also) (?:reading|read|liked|like)|(?:our |today[\\u2019']s )?(?:top|latest|popular|trending|similar|featured|must[ -]read) (?:articles|stories|posts|reads|headlines)|stories you (?:may|might).{3,30}|more (?:news|like this|stories|headlines|to read)|from (?:our partners|around the web)|around the web|other (?:stories|articles|news))(?:\\s?[:|\u2192>].*)?$",
        '\\s(?:\u2192|\u203a|>>|\u27a1\ufe0f?)$',
      ),
      ...exact(
        `^(?:Also|Earlier|Elsewhere|Previously|New|Latest|Now) (?:on|from) (?!\\p{L}+day\\b)(?:the |The )?(?:${CAPITALISED} ){1,3}?${CAPITALISED}\\s?[:|]\\s\\S`,
        '^(?:>>|\u203a\u203a|\u2190|<<|\ud83d\udc49)\\s*\\p{L}',
      ),
    ],
  ],
  [
    'notice',
    small(
      '^(?:#[\\p{L}\\p{M}\\p{N}_]{2,}[\\s,|]*)+$|^(?:keywords|hashtags|posted in)\\s?:\\s?\\S',
      '^share (?:on|via|to|with) [^.]{2,40}(?:[|\u2022\u00b7]|\\be-?mail\\b)|^(?:(?:share|tweet|pin|mail|print|like|post|send|copy|save|e-?mail|embed|flip|comments?|link|bookmark|republish|gift|listen|text|download|cite|whatsapp|facebook|twitter|reddit|linkedin|pinterest|telegram)(?:\\s+it)?(?:[\\s|\u2022\u00b7,/]+|$)){2,}$',
      '^(?:your |manage |our )?(?:privacy|cookie)s? (?:choices|settings|preferences|policy|notice|options|statement)$|^do not sell (?:or share )?my\\b|^terms (?:of (?:use|service)|(?:and|&) conditions)\\b[^.]{0,60}$|^(?:about us|contact us|advertise with us|site ?map|accessibility)(?:[\\s|\u2022\u00b7]+[^.]{0,80})?$',
      '^(?:support us|donate(?: now| today| here)?|become a member|join now|subscribe now|(?:close |skip )?(?:ad|ads|advert|advertisement)|loading(?: comments| more)?|(?:post|write|add) a (?:comment|reply|review)|comment now|send us your (?:tips?|news|stor(?:y|ies)|photos?|pictures?|views|letters)|(?:hide|show|toggle) (?:caption|comments|transcript|more|less)|(?:enlarge|expand|view|open) (?:this )?(?:image|photo|picture)(?: in (?:gallery|full ?screen|new (?:tab|window)))?|representative (?:image|photo|picture)|story (?:highlights|at a glance)|top stories(?: today)?|share this with(?: \\p{L}+){1,3})\\W*$',
      '^get (?:our|the) (?:\\p{L}+ ){0,3}(?:newsletter|digest|briefing|bulletin|alerts)$',
      `^follow (?:@\\w{3,}|on ${NETWORK})$`,
      '^(?:tip ?line|news ?desk|contact (?:us|the (?:newsroom|newsdesk|editor|author)))\\s?:?\\s.*(?:\\d{5,}|\\d{3}[ -]\\d{3})',
      '^(?:report|flag|hide|mute|edit|republish|print|save|rate|gift|bookmark|embed|translate|listen to|cite) this (?:post|comment|article|story|page|ad|video|content)$',
      '^(?:mute|unmute|fullscreen|captions (?:on|off)|(?:now|auto) ?playing|play(?:ing)? (?:now|video|audio|episode)|pause|watch live|listen live)(?:\\W+\\d+:\\d+.*)?$|^(?:video|audio|duration|length)\\W+\\d{1,2}:\\d{2}(?::\\d{2})?$|^(?:current time|remaining time|loaded|volume) ?\\W',
      '^(?:find|follow|join|like|reach) us (?:on|at|via|online)(?!\\p{L})',
      '^follow [^.]{2,40} on \\p{L}+\\W*(?:@\\w+)|^follow us (?:on|at) .{2,30}@\\w+',
      '^contact\\s?:\\s.*(?:@|\\d{5,}|\\d{3}[ -]\\d{3})',
    ),
  ],
];

/** Whether somebody says what the line asks for. */
export function isSpoken(line: string): boolean {
  return SPOKEN.test(line);
}

/** A short month, a bracket or a question ends a line as well. */
const ENDS_OPEN = new RegExp(`, ${DAY}$|[)\\]]\\.?$|\\?$`, 'u');

/**
 * What kind of furniture a block is by the form of its line, or null: whose picture it is, how many pictures there are, what a player or a
 * browser says, what asks for an address, points to a network or another page, or is alone as a dateline.
 */
export function findFurnitureForm(block: string): AsideKind | null {
  const line = block.trim().replace(/\s+/gu, ' ');
  if (isSpoken(line)) return null;
  for (const [kind, forms] of [...ANYWHERE, ...PAGE_REQUESTS])
    if (forms.some((form) => form.test(line))) return kind;
  const words = line.match(/[\p{L}\p{M}\p{N}'\u2019]+/gu) ?? [];
  const isOpen = !ENDS_SENTENCE.test(line) || ENDS_OPEN.test(line);
  if (!isOpen || words.length > FEW_WORDS) return null;
  for (const [kind, forms] of [...SHORT, ...PAGE_LABELS])
    if (forms.some((form) => form.test(line))) return kind;
  return null;
}
