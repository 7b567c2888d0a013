import { primaryLanguage } from './language-tag.js';

/**
 * Abbreviations inside sentences by language, lower case, without their last full stop: forms of address, units, "for example". Those
 * that end a sentence about as often (Russian "г." for a year aside) are left out. After CLDR's segment suppressions, with the
 * commonest of newspapers added.
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  de: 'abb abs allg art bd bspw bzw ca chr dgl dipl dr evtl fa fr geb gest ggf hl hr hrsg inkl insb inh jh jhd jr kap mio mrd mind mr mrs ms nr o op pers prof rd red s sen sog st std str tsd tel u v verh vgl vs z zzgl',
  es: 'admón art av avda cap d dª dña dr dra dres ed ee fig gral ing lic mons máx mín no núm núms p pág págs pbro prof profa pte ref rte s sr sra sres srta sta sto t tel ud uds vd vds vol',
  fr: 'adj apr art av bd boul cf ch chap dr ed env etab ex fig hab m max min mlle mm mme mmes mr nb no p pp pr prof réf st ste tél vol vs',
  pt: 'arq art av cap cf d dr dra dras drs ed eng exa exmo fig fl gal gen ilmo j máx mín n no núm p pág págs prof profa proj r ref rev s sr sra srs srta sto sta tel v vol',
  it: 'art avv ca cap cfr col d dott dr dr.ssa dott.ssa ecc ed egr es fig gen gent ing jr max min mons n on p pag pagg prof prof.ssa rag rev s sen sig sig.ra sigg ss st tel u v vol',
  nl: 'art bijv blz ca dhr dr drs enz evt fam fig incl ing ir jl jr kap max mevr mej mgr min mln mr mrd mw nl nr o pag prof resp sr st tel v vgl zgn',
  ru: 'акад в вв г гг гл гос д др дол доц им кв кн коп корп м мин млн млрд напр нач о обл оз п пер пл пос пр пред проф р руб рис с св сек см ср ст стр т табл тел тыс у ул тов чел чл ч шт экз',
  uk: 'акад буд в вул гр грн д див др ім кв кн коп м млн млрд напр обл о п пл пр проф р рр руб с св см ст стор т табл тис тов ч шт',
  pl: 'al bp ds dr doc dyr godz gen hab inż im itp jw kard kpt ks lek lic mgr m.in min mjr mld mln nr np o ob os par pkt pl płk pn por prof przyp pt r rkm red rys s st str św sw tab tel tj tys tzn tzw ul ur ust wg zł zob',
  cs: 'apod atd bc cca čs doc dr gen ing kpt kr mgr mil mld mj např obr odst pí plk pplk prof resp s.r.o st str sv tel tj tř tzn tzv ul viz vs',
  sv: 'bl.a dr ca d.v.s dvs e.d el etc f.d fig frk kap kl kr m.fl m.m max milj min mrd nr o.d osv prof resp s sid st t.ex t.o.m tel vol',
  da: 'bl.a ca d.v.s dr ds e.kr etc evt f.eks f.kr fig frk hr inkl jf kap kl kr maks mia min mio nr osv pct prof red s sml st stk tlf vedr',
  no: 'adm bl.a ca dr e.kr el etc evt f.eks f.kr fig frk inkl jf kap kl kr maks mill min mrd nr osv pst prof red s st tlf vedr',
  ar: 'د أ م ا ص ج ط ت هـ',
  he: '',
};

const SAME_AS: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  lb: 'de',
  gsw: 'de',
  gl: 'es',
  ca: 'es',
  be: 'ru',
  sk: 'cs',
};

/** Languages that write a full stop after a number that counts ("3. März"). */
const STOP_AFTER_ORDINAL = new Set('de da no nb nn fi is fo cs sk sl hr sr bs hu et lv tr lb gsw'.split(' '));

const sets = new Map<string, ReadonlySet<string>>();

/** The abbreviations of a language inside sentences, lower case, without the last full stop; none for a language not listed. */
export function abbreviationsOf(language: string): ReadonlySet<string> {
  const primary = primaryLanguage(language);
  let set = sets.get(primary);
  if (set === undefined) {
    set = new Set(
      (ABBREVIATIONS[SAME_AS[primary] ?? primary] ?? '').split(' ').filter((word) => word !== ''),
    );
    sets.set(primary, set);
  }
  return set;
}

/** Whether a number with a full stop is a counting one in this language ("3. März"), so that it ends no sentence. */
export function hasOrdinalStops(language: string): boolean {
  return STOP_AFTER_ORDINAL.has(primaryLanguage(language));
}
