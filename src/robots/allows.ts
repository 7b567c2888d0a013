import parseRobots from 'robots-parser';

/** Whether a page may be fetched, asked of the robots.txt of its site. */
export interface RobotsQuestion {
  /** The text of robots.txt, whoever wrote it and whatever is in it. */
  readonly rules: string;
  /** The address of robots.txt. */
  readonly address: string;
  readonly page: string;
  /** By what name the site may speak of us. */
  readonly agent: string;
}

/** Whether the rules let us fetch the page (https://www.rfc-editor.org/rfc/rfc9309); true if they say nothing of it. Takes as long as the rules times the page's address. */
export function allows({ rules, address, page, agent }: RobotsQuestion): boolean {
  return parseRobots(address, rules).isAllowed(page, agent) !== false;
}
