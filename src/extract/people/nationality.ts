import { normalise } from '../../language/normalise.js';

/**
 * Countries and some regions with their adjectives and other names: `country=adjective,…|other name,…`.
 * The United Nations' member states and observers, and what English news treats like them.
 */
const COUNTRIES = `afghanistan=afghan;albania=albanian;algeria=algerian;andorra=andorran;angola=angolan;argentina=argentine,argentinian;
armenia=armenian;australia=australian;austria=austrian;azerbaijan=azerbaijani,azeri;bahamas=bahamian;bahrain=bahraini;
bangladesh=bangladeshi;barbados=barbadian;belarus=belarusian,belarussian;belgium=belgian;belize=belizean;benin=beninese;
bhutan=bhutanese;bolivia=bolivian;bosnia and herzegovina=bosnian|bosnia;botswana=botswanan;brazil=brazilian;brunei=bruneian;
bulgaria=bulgarian;burkina faso=burkinabe;burundi=burundian;cambodia=cambodian;cameroon=cameroonian;canada=canadian;
cape verde=cape verdean|cabo verde;central african republic=central african;chad=chadian;chile=chilean;china=chinese|people's republic of china,prc;
colombia=colombian;comoros=comorian;congo=congolese|democratic republic of the congo,democratic republic of congo,dr congo,drc;
costa rica=costa rican;croatia=croatian,croat;cuba=cuban;cyprus=cypriot;czech republic=czech|czechia;denmark=danish;djibouti=djiboutian;
dominica=dominican;dominican republic=dominican;ecuador=ecuadorian,ecuadorean;egypt=egyptian;el salvador=salvadoran,salvadorean;
equatorial guinea=equatoguinean;eritrea=eritrean;estonia=estonian;eswatini=swazi|swaziland;ethiopia=ethiopian;fiji=fijian;finland=finnish;
france=french;gabon=gabonese;gambia=gambian|the gambia;georgia=georgian;germany=german;ghana=ghanaian;greece=greek;grenada=grenadian;
guatemala=guatemalan;guinea=guinean;guyana=guyanese;haiti=haitian;honduras=honduran;hungary=hungarian;iceland=icelandic;india=indian;
indonesia=indonesian;iran=iranian|islamic republic of iran;iraq=iraqi;ireland=irish|republic of ireland;israel=israeli;italy=italian;
ivory coast=ivorian|cote d'ivoire;jamaica=jamaican;japan=japanese;jordan=jordanian;kazakhstan=kazakh,kazakhstani;kenya=kenyan;
kosovo=kosovar,kosovan;kuwait=kuwaiti;kyrgyzstan=kyrgyz;laos=laotian,lao;latvia=latvian;lebanon=lebanese;lesotho=basotho;liberia=liberian;
libya=libyan;liechtenstein=liechtenstein;lithuania=lithuanian;luxembourg=luxembourgish;madagascar=malagasy;malawi=malawian;
malaysia=malaysian;maldives=maldivian;mali=malian;malta=maltese;mauritania=mauritanian;mauritius=mauritian;mexico=mexican;
moldova=moldovan;monaco=monegasque;mongolia=mongolian;montenegro=montenegrin;morocco=moroccan;mozambique=mozambican;
myanmar=burmese|burma;namibia=namibian;nauru=nauruan;nepal=nepalese,nepali;netherlands=dutch|holland;new zealand=new zealand;
nicaragua=nicaraguan;niger=nigerien;nigeria=nigerian;north korea=north korean|dprk,democratic people's republic of korea;
north macedonia=macedonian|macedonia;norway=norwegian;oman=omani;pakistan=pakistani;palau=palauan;palestine=palestinian|palestinian territories;
panama=panamanian;papua new guinea=papuan;paraguay=paraguayan;peru=peruvian;philippines=filipino,philippine;poland=polish;
portugal=portuguese;qatar=qatari;romania=romanian;russia=russian|russian federation;rwanda=rwandan;samoa=samoan;saudi arabia=saudi,saudi arabian;
senegal=senegalese;serbia=serbian,serb;seychelles=seychellois;sierra leone=sierra leonean;singapore=singaporean;slovakia=slovak,slovakian;
slovenia=slovenian,slovene;solomon islands=solomon islander;somalia=somali;south africa=south african;south korea=south korean|republic of korea;
south sudan=south sudanese;spain=spanish;sri lanka=sri lankan;sudan=sudanese;suriname=surinamese;sweden=swedish;switzerland=swiss;
syria=syrian;taiwan=taiwanese;tajikistan=tajik;tanzania=tanzanian;thailand=thai;timor-leste=timorese|east timor;togo=togolese;tonga=tongan;
trinidad and tobago=trinidadian|trinidad;tunisia=tunisian;turkey=turkish|turkiye;turkmenistan=turkmen;tuvalu=tuvaluan;uganda=ugandan;
ukraine=ukrainian;united arab emirates=emirati|uae,u.a.e.;
united kingdom=british|uk,u.k.,britain,great britain;united states=american|us,u.s.,usa,u.s.a.,america,united states of america;
uruguay=uruguayan;uzbekistan=uzbek;vanuatu=vanuatuan;vatican city=vatican|vatican,holy see;venezuela=venezuelan;vietnam=vietnamese;
yemen=yemeni;zambia=zambian;zimbabwe=zimbabwean;england=english;scotland=scottish;wales=welsh;northern ireland=northern irish;
hong kong=hong kong;gaza=gazan|gaza strip;catalonia=catalan;quebec=quebecois;kurdistan=kurdish;tibet=tibetan;chechnya=chechen;
soviet union=soviet|ussr,u.s.s.r.;european union=european|eu,e.u.;greenland=greenlandic;puerto rico=puerto rican;bermuda=bermudian`;

const byForm = new Map<string, string>();
const adjectives = new Set<string>();

/** The table is read at first use: a map from every form to its country. */
function countryForms(): ReadonlyMap<string, string> {
  if (byForm.size > 0) return byForm;
  for (const entry of COUNTRIES.replace(/\n/gu, '').split(';')) {
    const [country = '', rest = ''] = entry.split('=');
    const [forms = '', others = ''] = rest.split('|');
    for (const adjective of forms.split(',')) if (adjective !== country) adjectives.add(adjective);
    for (const form of [country, ...forms.split(','), ...others.split(',')]) {
      if (form !== '' && !byForm.has(form)) byForm.set(form, country);
    }
  }
  return byForm;
}

/**
 * The country that a name or an adjective means, in compared form: "Israeli", "Israel" and "U.S." give
 * `israel`, `israel` and `united states`; null for any other word.
 *
 * Gets wrong: words of two countries ("Dominican" gives Dominica) and of none ("Georgian architecture").
 */
export function findCountry(form: string): string | null {
  const forms = countryForms();
  const norm = normalise(form).replace(/'s$/u, '').replace(/^the /u, '');
  return forms.get(norm) ?? forms.get(norm.replace(/(?:e?s|men|man|woman|women)$/u, '')) ?? null;
}

/** Whether a compared form is the adjective of a country: "israeli", but not "israel". */
export function isNationality(norm: string): boolean {
  countryForms();
  return adjectives.has(norm);
}
