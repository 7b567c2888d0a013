/**
 * What furniture says, as alternatives of regular expressions in small letters: English first, then German, Spanish, French, Portuguese,
 * Russian, Hebrew and Arabic. Labels are what is before a colon or alone in its line; openings begin a line of up to some 40 words.
 */
export const FURNITURE_WORDS = {
  /** Nearly always before a colon, a bar or an arrow, or alone. */
  linkLabels: [
    'read (?:more|also|next|now|on)|also read|(?:read )?the full (?:story|article|report)|see also|see more|watch(?: (?:now|more|also))?|listen(?: (?:now|here))?|more',
    'related(?: (?:articles?|stor(?:y|ies)|coverage|links?|content|posts?|topics?|news|reading))?|more (?:from|on|in) [^.:!?]{2,40}(?!\\.)|more stories|most (?:read|popular|viewed)|trending(?: now)?|top stories',
    "recommended(?: (?:for you|reading|stories))?|you (?:may|might) (?:also )?like|don['\u2019]?t miss|in case you missed it|icymi|further reading|(?:continue|keep) reading|what to read next|up next|external links",
    "(?:next|previous) (?:article|post|story)|back to (?:top|home|the top)|editor['\u2019]?s['\u2019]? picks?|(?:view|show|see|read)(?: all)?(?: \\d+)? comments|view gallery|skip to (?:main )?content|click here|go deeper|find out more|learn more|load more|show more",
    'lesen sie (?:auch|mehr|dazu)|mehr lesen|mehr (?:zum thema|dazu)|weiterlesen|zum thema|siehe auch|auch interessant|weitere artikel|meistgelesen|das könnte (?:sie|dich) auch interessieren',
    'le[ae] también|leer más|(?:ver|véase) también|(?:también )?te puede interesar|más (?:información|noticias)|(?:noticias|artículos) relacionad[oa]s|lo más leído|seguir leyendo',
    '(?:à )?lire (?:aussi|également|la suite)|voir aussi|sur le même (?:sujet|thème)|articles (?:liés|similaires)|les plus lus|pour aller plus loin|en savoir plus',
    'leia (?:também|mais)|ve(?:r|ja) também|saiba mais|mais lidas|notícias relacionadas|continue lendo',
    'читайте также|читать (?:далее|также)|(?:материалы )?по теме|смотрите также|самое читаемое',
    'קראו (?:גם|עוד)|ראו גם|עוד בנושא|כתבות נוספות',
    'اقرأ (?:أيضً?اً?|المزيد)|شاهد أيضً?اً?|مواضيع ذات صلة',
  ],
  /** Before a colon (a date or brackets may be between), never as a word of prose there. */
  correctionLabels: [
    "corrections?(?: and clarifications?)?|clarification|editor['\u2019]?s?['\u2019]? note|editors['\u2019] note|note to readers|disclosure|disclaimer",
    'korrektur|berichtigung|richtigstellung|(?:anmerkung|hinweis) der redaktion|corrección|fe de erratas|fe de errores|nota del? (?:editor|la redacción)|nota de la redacción',
    'rectificatif|note de la rédaction|correção|errata|nota d[oa] (?:editora?|redação)|исправление|от редакции|примечание редакции',
    'תיקון|הבהרה|הערת המערכת|تصحيح|توضيح|ملاحظة المحرر',
  ],
  correctionOpenings: [
    '(?:an (?:earlier|original)|a (?:previous|prior)) version of (?:this|the) (?:article|story|report|post|piece|page|headline|caption|obituary|column)',
    'this (?:article|story|report|post|piece|page|interview|caption|headline|column|obituary) (?:was|has been|is being) (?:\\p{L}+ )?(?:amended|updated|corrected|edited|clarified|revised|first published|originally published|republished|syndicated)',
    'this is a (?:developing|breaking) (?:news )?story|in einer (?:früheren|ersten) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)|una versión anterior de este',
    'une (?:version (?:antérieure|précédente)|première version) de cet|uma versão anterior deste|в (?:первоначальной|предыдущей) версии (?:этой|статьи)',
  ],
  /** Before a colon: what is seen, and whose work it is. */
  captionLabels: [
    '(?:(?:file|stock|cover|featured|main|lead) )?(?:photo|photograph|image|picture|illustration)s?(?: (?:credits?|by|courtesy|source))?|(?:fig(?:ure|\\.)?|chart|map|plate) ?\\d{1,3}[a-z]?|pictured|caption',
    'fotos?|bild(?:quelle|nachweis)?|abbildung|abb\\.|im(?:agen|age|agem)|fotografía|photographies?|crédits?(?: photos?)?|légende',
    'фото|изображение|иллюстрация|צילום|תמונה|איור|קרדיט|صورة|الصورة|تصوير|مصدر الصورة',
  ],
  /** Captions and credits only before a few words: elsewhere they head an entry ("Maps: …"). */
  sourceLabels: [
    'credits?|graphics?|maps?|charts?|videos?|drawings?|sources?|quellen?|grafik|crédits?|créditos?|fuente|fonte|reprodução|divulgação|видео|источник|vídeo|vidéo|مصدر',
  ],
  /** Begin a line that asks for something, forbids something, or says who owns the page. */
  noticeOpenings: [
    '(?:sign up|subscribe|register) (?:\\p{L}+ ){0,2}(?:to|for|here|now|today)(?=[^.]{0,90}(?:newsletter|briefing|mailing list|inbox|alerts?(?!\\p{L})|podcast|channel|e-?mails?(?!\\p{L})|unlimited|reading|access))',
    '(?:sign up|subscribe)(?: (?:now|today|here))?$|(?:get|have) [^.]{3,80}(?:in(?:to)? your inbox|to your inbox|by e-?mail)|(?:already|not yet) a (?:subscriber|member)|become a (?:member|subscriber|patron|supporter)',
    'follow (?:us|@\\w+|[^.]{2,40}) on (?:facebook|twitter|x(?!\\p{L})|instagram|tiktok|youtube|linkedin|threads|bluesky|mastodon|telegram|whatsapp)|like us on|join (?:us on|our (?:newsletter|mailing|channel|whatsapp|telegram|discord|community)|the (?:conversation|discussion))',
    'share (?:this|on|via|the) (?:article|story|post|page|news|facebook|twitter|x(?!\\p{L})|whatsapp|e-?mail|linkedin)|(?:download|get) (?:our|the) (?:\\p{L}+ ){0,3}app(?!\\p{L})|support (?:our|independent|local|quality) journalism',
    'this (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)|to (?:continue|keep) reading|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies|by (?:clicking|continuing|using)[^.]{0,80}(?:agree|accept|consent)',
    '(?:accept|reject|manage)(?: all)? cookies|all rights reserved|©|\\(c\\) ?\\d{4}|copyright (?:©|\\d{4}|\\(c\\))|(?:the )?(?:story|article|post) continues (?:below|after)|(?:got|have) a (?:news )?tip|do you have a story|leave a (?:comment|reply)|thanks for (?:reading|subscribing)|was this (?:article|page|story) helpful',
    "(?:never|don['\u2019]?t) miss (?:a|an|any|our|the next) [^.:!?]{2,40}[:.!,\u2013\u2014]+ ?(?:sign up|subscribe|follow|get)|(?:what do you think|have your say)\\?[^.]{0,20}(?:let us know|tell us|comments?)|(?:let us know|tell us) (?:what you think|(?:your thoughts )?in the comments)",
    '(?:please )?(?:log ?in|sign in|register|subscribe)(?: (?:here|now|or (?:sign up|register|subscribe|log ?in)))? to (?:continue|keep|read|view|comment|unlock)|(?:contact|e-?mail|reach|write to) [^.!?]{2,60}(?: at|:) ?[\\w.+-]+@[\\w.-]+|scroll (?:down )?(?:for|to) (?:more|continue|read)',
    '(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|schlagwörter|schlagworte|themen|etiquetas|temas|mots-clés|теги) ?:',
    '(?:jetzt )?(?:abonnieren|abonniere) |melde(?:n sie sich| dich)[^.]{0,60}newsletter|folgen sie uns|folge uns|(?:diesen )?(?:artikel|beitrag) teilen|teilen sie diesen|wir verwenden cookies|diese (?:web)?seite verwendet cookies|alle rechte vorbehalten',
    'suscríb(?:ete|ase)|síg(?:uenos|anos)|compart(?:e|ir) (?:est[ea]|en)|regístrate|(?:utilizamos|usamos) cookies|todos los derechos reservados|abonnez-vous|inscrivez-vous|suivez-nous|partage[rz] (?:cet|sur)|nous utilisons des cookies|tous droits réservés',
    'assine (?:a |nossa |o |já|agora)|inscreva-se|siga-nos|compartilh(?:e|ar) (?:est[ea]|no|em|n[oa]s)|todos os direitos reservados',
    'подпи(?:шитесь|сывайтесь)|следите за нами|поделит(?:ься|есь)|мы используем (?:файлы )?(?:cookie|куки)|все права защищены',
    'הירשמו |עקבו אחרינו|שתפו |כל הזכויות שמורות|اشترك|تابع(?:نا|ونا)|شارك(?:وا)? (?:هذا|المقال)|جميع الحقوق محفوظة',
  ],
  /** Alone in a line. */
  noticeLines: [
    'advertis(?:ement|ing)|sponsored(?: content| post)?|promoted(?: content)?|paid post|anzeige|werbung|publicidad|publicité|publicidade|реклама|פרסומת|إعلان',
    '(?:\\d+ )?(?:comments?|replies|shares|likes|views|kommentare|comentarios|commentaires|comentários)(?: ?\\(?\\d*\\)?)?|log ?in|sign in|menu|search|close|loading|subscribe|newsletter|listen to this article|play video|live|breaking(?: news)?|popular|newest|latest(?: news)?',
  ],
  shareWords:
    'share tweet print email e-mail save bookmark copy link facebook twitter whatsapp telegram linkedin pinterest reddit messenger instagram youtube tiktok bluesky mastodon threads flipboard pocket teilen drucken merken compartir imprimir partager imprimer compartilhar поделиться שתף شارك',
  /** Between share words. */
  shareFillers: 'x on via this article story post page to by url the and auf per en sur em',
  bylineOpenings: [
    'by|(?:words|text|story|reporting|written|reported|compiled|edited|produced|photos|photographs|interview) by|(?:words|text|story|author|autor(?:in)?|texto|texte)(?=:)|von|por|par|автор|מאת|بقلم',
  ],
  creditOpenings: [
    '(?:with )?(?:additional )?(?:reporting|editing|writing|research|graphics|photography|production) by|(?:with )?additional (?:reporting|material|research) from|with (?:files|reporting|material|contributions?) (?:from|by)',
  ],
  roles: [
    '(?:(?:staff|senior|chief|deputy|managing|contributing|political|business|sports?|science|health|environment|education|crime|local|foreign) )*(?:writer|reporter|correspondent|editor|columnist|journalist|photographer|contributor)|redakteur(?:in)?|korrespondent(?:in)?|periodista|corresponsal|journaliste|repórter|корреспондент',
  ],
  timeWords:
    'am pm a.m p.m a.m. p.m. at on of the uhr um h gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et pt ist published updated posted last first modified created date time ago hours hour hrs hr minutes mins minute min seconds days day weeks week read reading since st nd rd th ' +
    'veröffentlicht aktualisiert stand zuletzt am vor stunden stunde minuten lesezeit lesedauer tagen publicado actualizado el de a las hace horas hora minutos lectura tiempo publié mis à jour le il y heures heure lecture temps ' +
    'atualizado em às há leitura опубликовано обновлено в назад мин минут чтения г года',
  /** Tell that a line of them is a time and no number. */
  timeSigns:
    'published updated posted modified ago read veröffentlicht aktualisiert lesezeit lesedauer publicado actualizado hace lectura publié lecture atualizado leitura опубликовано обновлено назад чтения uhr',
} as const;
