import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PdfDocument from 'pdfkit';
import { openFootnote } from '../src/app/compose.js';
import { READER_FOLDER } from '../src/app/open-reader.js';
import { commands } from '../src/app/registry.js';
import { openEncoder } from '../src/encoder/open-encoder.js';
import { assetPath } from '../src/files/assets.js';
import { openThreads } from './open-parts.js';

const PAGES = 100;
const PARAGRAPHS = 6;

/** Milliseconds between two looks at the memory. */
const LOOK = 20;

const MEBIBYTE = 1024 * 1024;

/** Milliseconds after which nothing is given up: on a busy machine what is measured would be. */
const FOREVER = 2 ** 31 - 1;

/**
 * Prints how long it takes from a start with a PDF of 100 pages to the first answer out of it, and what memory that takes above a start without: first without
 * the reader of questions, then with the shipped one, which starts at the same time and has a process of its own.
 */
export async function evaluateDocuments(): Promise<void> {
  const pdf = await makePdf();
  for (const isRead of [false, true]) {
    console.log(isRead ? 'with the reader of questions:' : 'without the reader of questions:');
    const small = await measure('The old pier of Port Arden fell on Monday night.', 'small.txt', isRead);
    const large = await measure(pdf, 'large.pdf', isRead);
    console.log(`  a text of one sentence: ${describe(small)}`);
    console.log(`  a PDF of ${PAGES} pages: ${describe(large)}`);
    console.log(`  above: ${((large.memory - small.memory) / MEBIBYTE).toFixed(0)} MiB`);
  }
}

interface Cost {
  readonly milliseconds: number;
  /** Of the processor, over all threads: on a busy machine the time that others do not lengthen. */
  readonly worked: number;
  /** Bytes resident at the most. */
  readonly memory: number;
  readonly first: string;
}

function describe({ milliseconds, worked, memory, first }: Cost): string {
  const seconds = (time: number): string => (time / 1000).toFixed(1);
  return `${seconds(milliseconds)} s to the first answer (${first}), ${seconds(worked)} s of the processor, ${(memory / MEBIBYTE).toFixed(0)} MiB at the most`;
}

async function measure(content: string | Uint8Array, file: string, isRead: boolean): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-documents-'));
  writeFileSync(join(folder, file), content);
  const reader = openThreads({ timeout: () => FOREVER });
  const limits = { wait: FOREVER, reading: () => FOREVER, loading: FOREVER };
  const encoder = isRead ? openEncoder({ folder: assetPath(READER_FOLDER), limits }) : null;
  let memory = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss);
  }, LOOK);
  try {
    const start = performance.now();
    const before = process.cpuUsage();
    encoder?.start();
    const footnote = await openFootnote({ seedsDir: folder, reader, encoder });
    const ask = commands.find(({ name }) => name === 'ask');
    if (ask === undefined) throw new Error('There is no command /ask.');
    const question = file.endsWith('.pdf')
      ? `Whose crew built wall number ${PAGES * PARAGRAPHS + 1} of the harbour?`
      : 'When did the pier fall?';
    const reply = await ask.execute({ question }, footnote.context());
    const { user, system } = process.cpuUsage(before);
    const worked = (user + system) / 1000;
    return { milliseconds: performance.now() - start, worked, memory, first: reply.kind };
  } finally {
    clearInterval(timer);
    await encoder?.close();
    await reader.close();
    rmSync(folder, { recursive: true });
  }
}

/** Pages of prose with a header and a number each, some 3,000 characters a page. */
async function makePdf(): Promise<Uint8Array> {
  const pdf = new PdfDocument({ margin: 72 });
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve) => pdf.on('end', resolve));
  pdf.on('data', (part: Buffer) => parts.push(part));
  for (let page = 1; page <= PAGES; page += 1) {
    if (page > 1) pdf.addPage();
    pdf.fontSize(9).text('Report on the harbour of Port Arden', 72, 36, { lineBreak: false });
    pdf.fontSize(10).text('', 72, 80);
    for (let n = 1; n <= PARAGRAPHS; n += 1) pdf.text(writeParagraph(page, n)).moveDown();
  }
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}

function writeParagraph(page: number, n: number): string {
  const sentences = [
    `On day ${page} of the works the crew of Ida Moe built wall number ${page * PARAGRAPHS + n} of the harbour.`,
    `It took ${n + 3} hours and ${page + 40} stones, the engineer, Nils Berg, wrote in the log of that week.`,
    `The harbour master said that the ferry to Norrey had sailed ${n} times, and that nobody had been hurt.`,
    'The council of Port Arden will hear the figures in spring, when the ice has left the basin and the boats are back.',
  ];
  return sentences.join(' ');
}
