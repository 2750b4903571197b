import { proportion } from '#domain';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../src/http/csv.js';
import { agentsCsv } from '../src/report-agents/report-agents.csv.js';
import { channelsCsv } from '../src/report-channels/report-channels.csv.js';
import { rulesCsv } from '../src/report-rules/report-rules.csv.js';
import { exampleAgentRow, exampleChannelRow, exampleRuleRow } from '../src/read-models/examples.js';

describe('CSV', () => {
  it('is RFC 4180, and no cell is a formula', () => {
    const rows = [
      { a: 'plain', b: 1.5 },
      { a: 'with "quotes", a comma\r\nand a line', b: null },
      { a: '=HYPERLINK("http://evil.example")', b: -2 },
      { a: '@SUM(A1)', b: 0 },
    ];
    expect(toCsv(['a', 'b'], rows, { excel: false })).toBe(
      'a,b\r\nplain,1.5\r\n"with ""quotes"", a comma\r\nand a line",\r\n' +
        `"'=HYPERLINK(""http://evil.example"")",-2\r\n'@SUM(A1),0\r\n`,
    );
  });

  it('is what a French Excel reads, when asked', () => {
    expect(toCsv(['nom', 'taux'], [{ nom: 'Équipe; Nord', taux: 0.25 }], { excel: true })).toBe(
      '\uFEFFnom;taux\r\n"Équipe; Nord";0,25\r\n',
    );
  });

  it('keeps denominators and intervals beside rates', () => {
    expect(agentsCsv.row(exampleAgentRow)).toMatchObject({
      agent: 'agent-07',
      withViolationNumerator: 12,
      withViolationDenominator: 80,
      withViolationRate: 0.15,
      withViolationLow: proportion(12, 80).interval!.low,
      awaitingReview: 3,
    });
    expect(rulesCsv.row(exampleRuleRow)).toMatchObject({ rule: 'refus.impossible', flaggedDenominator: 240 });
  });

  it('fills every column it names, and leaves a suppressed group empty', () => {
    expect(Object.keys(agentsCsv.row(exampleAgentRow)).sort()).toEqual([...agentsCsv.columns].sort());
    expect(Object.keys(rulesCsv.row(exampleRuleRow)).sort()).toEqual([...rulesCsv.columns].sort());
    const hidden = channelsCsv.row({ ...exampleChannelRow, figures: null, counted: null, suppressed: 'group-too-small' });
    expect(Object.keys(hidden).sort()).toEqual([...channelsCsv.columns].sort());
    expect(Object.values(hidden).filter((cell) => cell !== null)).toEqual(['email', 'group-too-small']);
  });
});
