/**
 * The arrows of docs/ARCHITECTURE.md: what each room of src may import, types too. A room that stands in no list may
 * import nothing and be imported by nobody: name it here first, and say there what it is for.
 */
const MAY_IMPORT = {
  scheduling: [],
  robots: [],
  files: ['messages', 'article', 'scheduling'],
  health: [],
  messages: ['files'],
  store: ['messages', 'scheduling'],
  lexicon: [],
  article: ['lexicon', 'messages'],
  language: ['article', 'lexicon'],
  encoder: ['article', 'files', 'language', 'scheduling'],
  extract: ['article', 'encoder', 'feed', 'language', 'lexicon', 'messages', 'robots', 'scheduling'],
  search: ['article', 'encoder', 'extract', 'language', 'lexicon', 'scheduling'],
  library: ['article', 'extract', 'messages', 'scheduling', 'search', 'store'],
  reading: [
    'article',
    'encoder',
    'extract',
    'feed',
    'files',
    'language',
    'library',
    'messages',
    'robots',
    'scheduling',
    'search',
    'store',
  ],
  fetch: ['article', 'extract', 'feed', 'messages', 'robots', 'scheduling'],
  feed: ['article', 'messages'],
  server: [
    'article',
    'extract',
    'feed',
    'fetch',
    'language',
    'lexicon',
    'library',
    'messages',
    'scheduling',
    'store',
  ],
  bot: ['article', 'encoder', 'library', 'messages', 'server', 'store'],
  answer: [
    'article',
    'bot',
    'encoder',
    'extract',
    'language',
    'lexicon',
    'library',
    'messages',
    'scheduling',
    'search',
    'server',
    'store',
  ],
  discord: ['answer', 'article', 'bot', 'language', 'library', 'messages', 'scheduling', 'server', 'store'],
  console: [
    'answer',
    'app',
    'article',
    'bot',
    'encoder',
    'extract',
    'language',
    'library',
    'messages',
    'reading',
  ],
  app: [
    'answer',
    'article',
    'bot',
    'discord',
    'encoder',
    'extract',
    'feed',
    'fetch',
    'files',
    'health',
    'language',
    'library',
    'messages',
    'reading',
    'scheduling',
    'search',
    'server',
    'store',
  ],
};

/** Packages that one room alone knows, by what they are named in the message. */
const KNOWN_BY_ONE = [
  ['discord', 'discord\\.js'],
  ['language', '(?:wink-nlp|wink-eng-lite-web-model|wink-porter2-stemmer)'],
  ['encoder', '(?:onnxruntime-node|onnxruntime-web|@huggingface/tokenizers)'],
  ['store', '(?:@libsql/client|pg|kysely)'],
  ['health', 'prom-client'],
];

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `arrow-from-${room}`,
  comment: `src/${room} may import ${others.length === 0 ? 'no other room' : others.join(', ')}; see docs/ARCHITECTURE.md.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(?:src|commands)/', pathNot: `^src/(?:${[room, ...others].join('|')})/` },
}));

const packages = KNOWN_BY_ONE.map(([room, name]) => ({
  name: `only-${room}-knows`,
  comment: `Only src/${room} knows this package, so that another can take its place.`,
  severity: 'error',
  from: { path: '^(?:src|commands)/', pathNot: `^src/${room}/` },
  to: { path: `(?:^|node_modules/)${name}(?:/|$)` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one idea in two places: find the third that both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'room-without-arrows',
      comment: 'Add the room to .dependency-cruiser.cjs and to docs/ARCHITECTURE.md.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(?:${Object.keys(MAY_IMPORT).join('|')})/` },
      to: {},
    },
    ...rooms.map((rule) =>
      // The registry lists the commands; nobody else needs one by its name.
      rule.name === 'arrow-from-app'
        ? { ...rule, from: { ...rule.from, pathNot: '^src/app/registry\\.ts$' } }
        : rule,
    ),
    {
      name: 'arrow-from-commands',
      comment: 'A command says what it takes and has src/answer work out the reply.',
      severity: 'error',
      from: { path: '^commands/' },
      to: { path: '^(?:src|commands)/', pathNot: '^src/(?:answer|bot|extract|messages|server)/' },
    },
    ...packages,
    {
      name: 'only-files-touches-the-file-system',
      comment: 'Only src/files touches the file system.',
      severity: 'error',
      from: { path: '^(?:src|commands)/', pathNot: '^src/files/' },
      to: { path: '^(?:node:)?fs(?:/promises)?$' },
    },
    {
      name: 'the-bot-reaches-into-no-package',
      comment: 'A package of ours is used by its name, and its inside stays its own.',
      severity: 'error',
      from: { path: '^(?:src|commands|bench|training)/' },
      to: { path: '^packages/', pathNot: '/index\\.ts$' },
    },
    {
      name: 'local-discord-knows-no-bot',
      comment: 'It serves any discord.js bot: what only Footnote knows is handed in.',
      severity: 'error',
      from: { path: '^packages/local-discord/' },
      to: { path: '^(?:src|commands|bench|test|training)/' },
    },
    {
      name: 'program-needs-no-test',
      comment: 'What ships does not import what tests, measures or trains it.',
      severity: 'error',
      from: { path: '^(?:src|commands|packages/[^/]+/src)/' },
      to: { path: '^(?:test|bench|training|packages/[^/]+/test)/' },
    },
  ],
  options: {
    // TypeScript 7 has no interface for other tools; swc reads types too.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^packages/[^/]+/dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
    },
  },
};
