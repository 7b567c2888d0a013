/** The package's own types name a default export that a CommonJS module does not have. */
declare module 'robots-parser' {
  interface Robots {
    /** Undefined if the address is of another site than the file. */
    isAllowed(url: string, userAgent: string): boolean | undefined;
  }
  export default function parseRobots(url: string, text: string): Robots;
}
