/** A REST failure to be served instead of the true answer. */
export interface RestFault {
  /** Upper-case method; any when left out. */
  method?: string;
  /** Tested against the path below `/api/v10`, such as `/applications/1/commands`; any when left out. */
  path?: RegExp;
  /** The status to answer with; left out, only the delay applies. 429 gets Discord's rate-limit body and headers. */
  status?: number;
  /** Wait before answering. */
  delayMs?: number;
  /** For 429: how long the bot is told to wait. Default 100. */
  retryAfterMs?: number;
  /** True: the request does what it asks for, and only its answer is lost. Default false. */
  isProcessed?: boolean;
  /** How many requests are struck; every one when left out. */
  times?: number;
}

/** Troubles to be made on purpose. */
export interface Faults {
  /** Cuts every gateway connection without a close frame; sessions stay, so the bot can resume. */
  dropGateway(): void;
  /** Op 7 RECONNECT to every connection. */
  askToReconnect(): void;
  /** Op 9 INVALID SESSION to every connection; when not resumable, the session is forgotten. */
  invalidateSessions(isResumable: boolean): void;
  /** Sends a gateway frame as it is written, well-formed or not, to every connection. */
  sendFrame(text: string): void;
  /** From now on the true token is refused: 401 by REST, 4004 by the gateway. */
  rejectToken(): void;
  /** Makes REST requests fail or wait; returns what ends it. */
  failRest(fault: RestFault): () => void;
}

/** The troubles that are planned, as the REST side and the gateway ask for them. */
export interface FaultPlan {
  isTokenRejected: boolean;
  add(fault: RestFault): () => void;
  /** The fault that strikes this request, counted as used; undefined for none. */
  take(method: string, path: string): RestFault | undefined;
}

/** A plan under which nothing goes wrong. */
export function createFaultPlan(): FaultPlan {
  const planned = new Set<{ fault: RestFault; left: number }>();
  return {
    isTokenRejected: false,
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      planned.add(entry);
      return () => planned.delete(entry);
    },
    take(method, path) {
      for (const entry of planned) {
        const { fault } = entry;
        if (fault.method !== undefined && fault.method !== method) continue;
        if (fault.path !== undefined && !fault.path.test(path)) continue;
        entry.left -= 1;
        if (entry.left <= 0) planned.delete(entry);
        return fault;
      }
      return undefined;
    },
  };
}
