import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { typeErrors } from './type-errors.js';

const read = () => z.looseObject({ panels: z.array(z.looseObject({ type: z.string(), options: z.unknown() })) }).parse(JSON.parse(readFileSync('deploy/grafana/dashboards/overview.json', 'utf8')));

describe("Grafana's dashboard", () => {
  it('has nothing that the types which Grafana publishes do not know', () => {
    expect(typeErrors(read())).toEqual([]);
  });

  it.each([
    ['a key that no panel has', { titel: 'Écarts' }],
    ['a place that is no place', { options: { legend: { calcs: [], displayMode: 'list', placement: 'below', showLegend: true } } }],
    ['an option of another panel', { options: { cellHeight: 'sm' } }],
    ['a place in the grid without its width', { gridPos: { x: 0, y: 0, h: 9 } }],
  ])('would be told of %s', (_, wrong) => {
    const dashboard = read();
    const [first, ...others] = dashboard.panels;
    expect(typeErrors({ ...dashboard, panels: [{ ...first!, ...wrong }, ...others] })).not.toEqual([]);
  });
});
