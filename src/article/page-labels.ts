import type { AsideKind } from './article.js';
import { CAPITALISED, exact, FULL_NAME, type LineForm, small } from './line-forms.js';

const OUTLET = `(?:The |the )?${CAPITALISED}(?: (?:(?:of|and|&|the) )?${CAPITALISED}){0,4}`;
const THING =
  '(?:photos?|images?|pictures?|gallery|galleries|slideshow|videos?|clips?|audio|podcasts?|episodes?|articles?|story|stories|pages?|posts?|prints?|transcripts?|captions?|comments?|replies|thread|newsletters?|editions?|e-?paper|notifications?|results|newspaper|embed|tweet|map|chart)';
const DO =
  '(?:buy|order|license|download|zoom|enlarge|view|see|open|expand|collapse|show|hide|print|save|play|pause|replay|skip|share|copy|embed|report|rate|like|bookmark|follow|unfollow|translate|listen to|watch|read|read out|e-?mail|send|gift|flag|load|browse|explore|all|more|latest|new|close|next|previous|prev)';
const SECONDS = '(?:\\d+ (?:hours?|hrs?|minutes?|mins?|seconds?|secs?))';

/**
 * Lines that are short and no sentences: what a button does, whose work something is, how long a player has to go, what is seen where in a picture. A
 * subheading names what is below it and has none of these forms.
 */
export const PAGE_LABELS: readonly (readonly [AsideKind, readonly LineForm[]])[] = [
  [
    'caption',
    [
      ...exact(
        '^(?:\ud83d\udcf7|\ud83d\udcf8|\ud83d\udcf9|\ud83c\udfa5|\ud83d\uddbc)\ufe0f?\\s*\\S',
        `^${FULL_NAME} for (?:The|the) ${OUTLET}$|^${FULL_NAME}\\s?[|\u2022\u00b7]\\s?(?=[^|]*(?:The |Press|News|Media|Images|Photo|Post|Times|Herald|Tribune|Gazette|Courier|Mail|Journal|Chronicle|Echo|Star|Radio|TV))${OUTLET}(?:\\s?[|\u2022\u00b7/]\\s?${OUTLET})?$|^\\p{Lu}\\p{L}+ ?/ ?${FULL_NAME}$`,
        `^(?:Getty|Alamy|AP|AFP|EPA|PA|Reuters|Shutterstock|Unsplash|iStock|Pexels|Pixabay|Adobe|Dreamstime|Depositphotos)(?: (?:Images?|Photos?|Stock|Wire|Media|Archive)){0,2}$`,
      ),
      ...small(
        "(?<!\\p{L})(?:pictured(?: (?:here|above|below|in|on|at|with|left|right|centre|center))?|as seen (?:on|in|from|by)|shown (?:here|above|below)|artist['\u2019]?s impression|in this (?:file|undated|handout|screen|still|archive|courtesy))(?!\\p{L})",
        '\\((?:(?:far |second |third |front |back |top |bottom )?(?:left|right|centre|center|above|below|middle)|[^()]{0,20}from (?:the )?(?:left|right)|l|r|l-r|pictured|inset)\\)',
        '^(?:above|below|left|right|top|bottom|inset|opposite|main|cover|clockwise(?: from [^:]{3,20})?|(?:pictured )?from (?:left|right|top)(?: to (?:right|left|bottom))?|l-?r|pictured)\\s?:\\s?\\p{L}|^(?:from left|pictured|clockwise from top left),\\s',
      ),
    ],
  ],
  [
    'byline',
    [
      ...exact(
        `^(?:${CAPITALISED} ){0,3}(?:Reporter|Correspondent|Editor|Writer|Photographer|Columnist|Journalist|Producer|Presenter|Critic)s?[:,]? ${FULL_NAME}$`,
      ),
      ...small(
        '^(?:posted|published|written|submitted|uploaded|added|shared|filed|contributed) by [^.!?]{2,40}(?: (?:on|at|in) [^.!?]*\\d[^.!?]*|\\s?[|,\u2022\u00b7][^.!?]*\\d[^.!?]*)?$',
        '^\\(?(?:with|including|based on) (?:(?:additional|agency|agencies|wire|staff|bureau|news) )*(?:inputs?|reports?|agencies|wires?|bureau|copy|material)(?: (?:from|by) .{2,40})?\\)?$|^(?:agencies|staff (?:and )?agencies|staff and wire reports?|news desk|web desk|newsroom staff|our (?:\\p{L}+ )?correspondent|(?:from )?(?:staff|wire|agency) reports?)$',
      ),
    ],
  ],
  [
    'time',
    small(
      '^(?:est(?:imated|\\.)?|avg\\.?|average|approx(?:imate|\\.)?)?\\s?(?:read(?:ing)?|listen(?:ing)?|watch(?:ing)?|run(?:ning)?)(?: ?time)?\\s?[:\u2013-]?\\s?(?:about |~ ?)?\\d+ ?(?:min|sec|hour|hr|m)(?:ute|ond)?s?$',
      '^(?:last )?(?:updated|edited|modified|posted|published|reviewed)?\\s?(?:just now|a (?:moment|minute|few \\p{L}+) ago|\\d+ ?(?:s|m|h|d|w|mo|y) ago|yesterday(?:,? at)? \\d{1,2}[:.]\\d{2}.{0,6})$',
    ),
  ],
  [
    'notice',
    [
      ...small(
        `^${DO}(?: (?:this|the|all|full|more|to|our|latest|in|a|larger|original|high[ -]res(?:olution)?|next|previous|related|\\d+)){0,3} ${THING}(?: (?:now|here|below|above|instead|on (?:the )?\\p{L}+|in (?:full|app|browser|gallery|a new (?:tab|window))))?(?: \\(\\d+(?: \\p{L}+)?\\))?$|^(?:read|open|view|continue|watch|listen) (?:this |it )?(?:on|in) (?:the |our )?(?:app|browser|web|e-?paper)$`,
        `^(?:video|audio|podcast|episode|clip|stream|images?|photos?|gallery|map|chart|content|embed|tweet|post|media|player|comments?)(?: (?:is|are|has been|have been))? (?:unavailable|not available|no longer available|loading|removed|deleted|expired|failed to load|disabled|hidden|off|closed|caption|credit|source|player)(?!\\p{L})[^!?]{0,40}$`,
        `^[^\\p{L}\\p{N}]*(?:(?:play(?:ing)?|pause|episode|live|volume|duration|remaining|current time|total|elapsed|of|and|seconds?|minutes?|hours?|mins?|secs?|speed|mute|unmute|listen|watch|audio|video|track|\\d+x)(?!\\p{L})[\\s,|/:\u2022\u00b7()-]*|${SECONDS}[\\s,|/:()-]*|\\d{1,2}:\\d{2}(?::\\d{2})?[\\s,|/:()-]*|\\d{1,3}%[\\s,|/:()-]*){2,}$`,
        '^(?:topics?|tags?|tagged|filed (?:under|in)|posted (?:in|under)|categor(?:y|ies)|sections?|keywords|related topics?)(?:\\s?:\\s?|\\s(?=\\S.*[|,\u2022\u00b7/])|\\s(?=\\p{L}+(?: \\p{L}+)?$))\\S.*$|^(?:more|read more|see more|most (?:read|viewed|popular|shared|commented)|popular|trending|latest|top|best|new) (?:in|on|from|about|this) [^.!?:]{2,40}$',
        '^(?:home|news|sport|business|politics|opinion|culture|weather|world|local|lifestyle|entertainment|video|travel|health|science|tech(?:nology)?|obituaries|jobs|contact|about|subscribe|log ?in|search|menu|events|shop|e-?paper|podcasts)(?:\\s?[|\u2022\u00b7/>]\\s?[\\p{L} &-]{2,20}){2,}$',
        '^(?:tel(?:ephone)?|phone|mob(?:ile)?|fax|call|text|ring|whatsapp|e-?mail|web(?:site)?|online|twitter|x|facebook|instagram|t|e|w|m|f)\\b\\.?\\s?:?\\s?(?:us (?:on|at) )?(?:\\+?[\\d(][\\d\\s()-]{6,}\\d|\\S+@\\S+|(?:www\\.|https?:)\\S+|@\\w+)(?:[\\s,|/\u2022\u00b7;]+(?:or )?(?:tel|phone|e-?mail|web|t|e|w|m)?\\.?\\s?:?\\s?(?:\\+?[\\d(][\\d\\s()-]{6,}\\d|\\S+@\\S+|(?:www\\.|https?:)\\S+|@\\w+))*$',
        '^(?:(?:https?://|www\\.)\\S+|[\\w.-]+\\.(?:com|org|net|co\\.uk|example|info|news)(?:/\\S*)?|\\S+@[\\w-]+\\.[\\w.]+|(?:@\\w{2,}[\\s,|]*)+|pic\\.\\S+/\\S+)$',
        '^(?:[\\d.,]+[km]? ?(?:comments?|shares?|likes?|views?|reads?|claps|reactions?|repl(?:y|ies)|retweets?|followers?|subscribers?|votes?|people (?:like|reacted|viewed|read).*)[\\s,|\u2022\u00b7/]*)+$|^(?:viewed|shared|read|liked) [\\d,.]+[km]? times$|^(?:comments?|shares?|views?|likes?|replies)\\s?[:(]\\s?\\d[\\d,.km]*\\)?$|^page \\d+ of \\d+$',
        '^(?:text|font) size(?!\\p{L}).{0,30}$|^(?:dark|light|reader|reading) (?:mode|view)$|^(?:edition|language|region|switch to(?: the)?)\\s?:?\\s?\\p{L}+(?: edition)?$|^(?:back|scroll) (?:to )?(?:the )?top$|^(?:print|digital|web|mobile|app) (?:edition|version|exclusive)s?$|^(?:my|your|manage|create) (?:an? )?(?:account|profile|subscriptions?|preferences|alerts)$',
      ),
      ...exact(
        '^(?:\ud83c\udfa7|\ud83d\udd0a|\ud83d\udce7|\u2709|\ud83d\udd17|\ud83d\udcf2|\ud83d\udcf1|\ud83d\udce9|\ud83d\udd14|\u2b07|\ud83d\udcac|\ud83d\uded2|\ud83d\udc47)\ufe0f?\\s*\\S',
        '^[\u25b6\u25ba\u23f5\u25b7]\ufe0f?\\s*(?:(?:[Pp]lay|[Ll]isten|[Ww]atch|[Rr]ead|[Mm]ore|[Nn]ow)(?!\\p{L})|\\p{Lu}{3,}:|.*\\d:\\d{2})',
      ),
    ],
  ],
  [
    'link',
    [
      ...exact('^[^\u00ab\u201e"\u201c]{4,}\\s(?:\u00bb|\u00bb\u00bb|\u2794|\u279c|\u27a4|\u25b8)$'),
      ...small(
        '^(?:next|previous|prev|up next|next up|coming up|coming soon|read on|more here|full (?:story|report|results|list|interview|text)|earlier|previously|flashback|from the vault|the latest|live(?: updates| blog)?|fact[ -]?check|opinion|analysis|listen|watch|read|see|story|article|recipe|photos?|video|map|quiz|poll)\\s?[:|\u00bb\u2192]\\s?\\p{Lu}\\S*(?: \\S+){1,}$',
      ),
    ],
  ],
];
