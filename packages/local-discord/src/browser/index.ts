export {
  browserPath,
  fillCommand,
  type OpenPage,
  openBrowser,
  openPage,
  runCommand,
  skipNote,
} from './open-page.js';
