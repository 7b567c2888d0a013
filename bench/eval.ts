import { evaluateAsk } from './eval-ask.js';
import { evaluateCalibration } from './eval-calibration.js';
import { evaluateDocuments } from './eval-documents.js';
import { evaluateEncoder } from './eval-encoder.js';
import { evaluateFacts } from './eval-facts.js';
import { evaluateFairness } from './eval-fairness.js';
import { evaluateFinder } from './eval-finder.js';
import { evaluateFurniture } from './eval-furniture.js';
import { evaluateKills } from './eval-kills.js';
import { evaluateLanguages } from './eval-languages.js';
import { evaluateMachines } from './eval-machines.js';
import { evaluatePages } from './eval-pages.js';
import { evaluatePeople } from './eval-people.js';
import { evaluateQuotes } from './eval-quotes.js';
import { evaluateScaling } from './eval-scaling.js';
import { evaluateSoak } from './eval-soak.js';
import { evaluateStalls } from './eval-stalls.js';
import { evaluateStoreKills } from './eval-store-kills.js';

/*
 * npm run eval [-- SET ...] [--half dev|final] [--sample N] [--asked PATTERN] [--without NAME] [--errors N]   /ask as its reader sees it
 * npm run eval -- calibration [SET=EVERY ...]                                     the constants that make a probability of the reader's odds
 * npm run eval -- finder [--sample N]                                            whether what answers is among what is read
 * npm run eval -- encoder [--wasm] [--threads N] [--folder DIR]                 what reading with the model costs
 * npm run eval -- documents                                                      a PDF of 100 pages: time to its first answer, memory
 * npm run eval -- stalls [--in-place]                                            for how long reading articles holds up others
 * npm run eval -- kills [N]                                                      the bot killed N times while it keeps something
 * npm run eval -- soak [N]                                                       by how much the bot's heap grows with each of N interactions
 * npm run eval -- fairness [--servers N]                                         how long a server waits while another, or several, do their worst
 * npm run eval -- machines [--kills N]                                           three processes over one PostgreSQL while they are killed
 * npm run eval -- store-kills [--kills N]                                        three machines that write into one PostgreSQL while they are killed
 * npm run eval -- scaling                                                        what a process costs, and what PostgreSQL does for it
 * npm run eval -- quotes | people                                                the other parts
 * npm run eval -- quotes written [--train|--final] [--errors]                    quotations in articles written for Footnote
 * npm run eval -- pages [--errors]                                               main text of 100 pages, beside Readability alone
 * npm run eval -- furniture [--errors]                                           what replies show of a page's furniture
 * npm run eval -- facts [--errors]                                               figures, dates and names in articles of our own
 * npm run eval -- languages [--errors]                                           articles in other languages, on fixtures
 * npm run eval -- languages --written FILE [--half dev|final|all] [--errors N]   articles of one's own, by language and from one to another
 *
 * --errors prints N failures, --sample asks every Nth question only, --asked those that match.
 *
 * The sets are read from the folder named by EVAL_DATA (default ../shared/data).
 */

/** Exit code of a run without its sets. */
const FAILED = 2;

const [part, ...rest] = process.argv.slice(2);
try {
  if (part === 'quotes') evaluateQuotes(rest);
  else if (part === 'people') evaluatePeople(rest);
  else if (part === 'pages') evaluatePages(rest);
  else if (part === 'calibration') await evaluateCalibration(rest);
  else if (part === 'finder') await evaluateFinder(rest);
  else if (part === 'furniture') await evaluateFurniture(rest);
  else if (part === 'facts') evaluateFacts(rest);
  else if (part === 'encoder') await evaluateEncoder(rest);
  else if (part === 'documents') await evaluateDocuments();
  else if (part === 'stalls') await evaluateStalls(rest);
  else if (part === 'fairness') await evaluateFairness(rest);
  else if (part === 'soak') await evaluateSoak(rest);
  else if (part === 'kills') await evaluateKills(rest);
  else if (part === 'machines') await evaluateMachines(rest);
  else if (part === 'store-kills') await evaluateStoreKills(rest);
  else if (part === 'scaling') await evaluateScaling();
  else if (part === 'languages') await evaluateLanguages(rest);
  else await evaluateAsk(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = FAILED;
}
