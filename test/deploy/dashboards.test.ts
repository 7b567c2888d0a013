import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../src/health/metrics.js';

const RULES = 'deploy/prometheus/footnote.rules.yml';
const CHARTS = 'deploy/grafana/footnote.json';

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string().regex(/^Footnote/u),
          expr: z.string(),
          labels: z.object({ severity: z.enum(['page', 'warn']) }),
          annotations: z.object({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});

const chartsSchema = z.object({
  title: z.string(),
  uid: z.string(),
  panels: z.array(
    z.object({
      id: z.int(),
      title: z.string(),
      gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      targets: z.array(z.object({ expr: z.string() })).min(1),
    }),
  ),
});

const known = new Set(createMetrics('1.2.3').names());

/** The metrics that an expression names, without what a histogram adds to a name. */
function metricsIn(expression: string): string[] {
  const names = expression.match(/\b(?:footnote|nodejs|process)_[a-z0-9_]+/gu) ?? [];
  return names.map((name) => (known.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/u, '')));
}

const alerts = rulesSchema.parse(parse(readFileSync(RULES, 'utf8'))).groups.flatMap(({ rules }) => rules);
const charts = chartsSchema.parse(JSON.parse(readFileSync(CHARTS, 'utf8')));

describe('the alert rules', () => {
  it('name metrics that there are, and each alert once', () => {
    const named = alerts.flatMap(({ expr }) => metricsIn(expr));
    expect(named.length).toBeGreaterThanOrEqual(alerts.length - 1);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
  });

  const tool = spawnSync('promtool', ['check', 'rules', RULES], { encoding: 'utf8' });
  it.skipIf(tool.error !== undefined)('are taken by Prometheus itself (skipped without promtool)', () => {
    expect(tool.stdout).toContain(`${alerts.length} rules found`);
    expect(tool.status).toBe(0);
  });
});

describe('the dashboard', () => {
  it('names metrics that there are, and no panel lies over another', () => {
    const named = charts.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr)));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    const places = charts.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(Math.max(...charts.panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
  });

  it('shows every metric of Footnote’s own', () => {
    const shown = new Set(
      charts.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr))),
    );
    const own = [...known].filter((name) => name.startsWith('footnote_'));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });
});
