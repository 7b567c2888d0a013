import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import type { Breach } from '../checks/breach.js';
import type { Violation } from '../checks/violation.js';
import type { RestFault } from '../faults.js';
import type { Platform } from '../platform.js';
import { type Answer, refuse, refuseForm, unauthorized } from './answer.js';
import { createRateLimiter, type RateVerdict } from './rate-limit.js';
import { readBody } from './read-body.js';
import type { Route } from './route.js';

/** Characters of an interaction's token that the log keeps, enough to tell two apart. */
const TOKEN_CHARACTERS = 8;

/** What was found out about a request on its way. */
interface Served {
  answer: Answer;
  body?: unknown;
  checks?: readonly string[];
  messageIds?: readonly string[];
}

/** The REST API below `/api/v10`. */
export function createApi(platform: Platform, routes: readonly Route[]): Hono {
  const api = new Hono();
  const limiter = createRateLimiter();
  for (const route of routes) {
    api.on(route.method, route.path, async (context) => {
      const { method } = context.req;
      const path = context.req.path.replace(/^\/api\/v10/, '');
      const fault = platform.faults.take(method, path);
      if (fault?.delayMs !== undefined) await wait(fault.delayMs);
      // Interaction callbacks are not limited: https://discord.com/developers/docs/interactions/receiving-and-responding.
      const verdict = route.path.startsWith('/interactions/')
        ? undefined
        : limiter.count(method, bucketOf(route, path));
      const refused = fault?.isProcessed === true ? undefined : fail(fault);
      const done = refused ?? limit(verdict) ?? (await serve(platform, route, context));
      const served = fault?.isProcessed === true ? { ...done, ...fail(fault) } : done;
      const { answer } = served;
      record(platform, context, path, served);
      return respond({ ...answer, headers: { ...verdict?.headers, ...answer.headers } });
    });
  }
  api.all('*', (context) => {
    const path = context.req.path.replace(/^\/api\/v10/, '');
    const answer = refuse(404, 0, '404: Not Found');
    const message = `The local Discord has no ${context.req.method} ${path}.`;
    const violations = [{ rule: 'unknown-route', path: [], code: '0', message }];
    record(platform, context, path, { answer: { ...answer, violations } });
    return respond(answer);
  });
  return api;
}

async function serve(platform: Platform, route: Route, context: Context): Promise<Served> {
  const { settings, faults } = platform;
  const isTokenRight =
    context.req.header('authorization') === `Bot ${settings.token}` && !faults.isTokenRejected;
  if (route.isPublic !== true && !isTokenRight) return { answer: unauthorized() };
  const read = await readBody(context);
  if (read === undefined) return { answer: refuse(400, 50109, 'The request body contains invalid JSON.') };
  const checks = typeof route.checks === 'function' ? route.checks(read.body) : (route.checks ?? []);
  const names = checks.map(({ name }) => name);
  const violations = withoutRepeats(checks.flatMap((check) => check.find(read.body ?? {})));
  if (violations.length > 0) return { answer: refuseForm(violations), body: read.body, checks: names };
  const messageIds = new Set<string>();
  // A route answers without waiting, so what is published meanwhile is its own doing.
  const stop = platform.events.listen((event) => {
    if (event.kind === 'message' || event.kind === 'message-changed') messageIds.add(event.message.id);
  });
  const answer = route.handle(platform, {
    params: context.req.param(),
    query: new URL(context.req.url).searchParams,
    body: read.body,
    files: read.files,
  });
  stop();
  return { answer, body: read.body, checks: names, messageIds: [...messageIds] };
}

/** If the published schema and a stricter limit say the same of the same field, one of them is enough. */
function withoutRepeats(violations: readonly Violation[]): Violation[] {
  const isSame = (a: Violation, b: Violation) => a.code === b.code && a.path.join('.') === b.path.join('.');
  return violations.filter((found, index) => violations.findIndex((other) => isSame(other, found)) === index);
}

function fail(fault: RestFault | undefined): Served | undefined {
  if (fault?.status === undefined) return undefined;
  if (fault.status === 429) return { answer: tooMany((fault.retryAfterMs ?? 100) / 1_000, 'shared') };
  return { answer: refuse(fault.status, 0, `${fault.status}: made to fail`) };
}

function limit(verdict: RateVerdict | undefined): Served | undefined {
  if (verdict === undefined || verdict.isAllowed) return undefined;
  return { answer: tooMany(verdict.retryAfterSeconds, 'user') };
}

function tooMany(seconds: number, scope: 'shared' | 'user'): Answer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
    headers: { 'retry-after': String(Math.ceil(seconds)), 'x-ratelimit-scope': scope },
  };
}

function record(platform: Platform, context: Context, path: string, served: Served): void {
  const { answer, body, checks, messageIds } = served;
  const query = new URL(context.req.url).search;
  const shown = path.replace(
    /^(\/(?:interactions|webhooks)\/[^/]+\/)([^/]+)/,
    (_, before: string, token: string) => `${before}${token.slice(0, TOKEN_CHARACTERS)}…`,
  );
  const request = `${context.req.method} ${shown}`;
  const breaches: Breach[] = (answer.violations ?? []).map((found) => ({ ...found, request }));
  const recorded = {
    at: Date.now(),
    method: context.req.method,
    path: shown + query,
    body,
    status: answer.status,
    checks: checks ?? [],
    breaches,
    messageIds: messageIds ?? [],
  };
  platform.requests.add(recorded);
  platform.events.emit({ kind: 'request', request: recorded });
  for (const breach of breaches) platform.events.emit({ kind: 'breach', breach });
}

function respond({ status, body, headers }: Answer): Response {
  if (body === undefined) return new Response(null, { status, headers: { ...headers } });
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Requests share a bucket when they have the route and its major parameter (channel, guild, webhook token) in common. */
function bucketOf(route: Route, path: string): string {
  const [, kind, major, token] = path.split('/');
  return kind === 'webhooks' ? `${route.path} ${major} ${token}` : `${route.path} ${kind} ${major}`;
}
