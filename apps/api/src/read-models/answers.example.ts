import { proportion, type AnsweredQuestion } from '#domain';

/** Twenty answers to one question: two days in the chat, ten on the phone. */
export const exampleAnsweredQuestion: AnsweredQuestion = {
  reason: 'refund',
  topic: 'refund',
  counted: { from: '2026-09-01', to: '2026-09-29' },
  agents: 6,
  answers: 44,
  slots: [
    {
      slot: 'delay',
      stated: proportion(40, 44),
      values: [
        {
          key: 'P2D', share: proportion(24, 40), delay: { days: 2, workingDays: 2, minutes: null, afterEvent: false }, amount: null, written: ['sous 48 h', 'dans les deux jours'],
          samples: [
            {
              interactionId: '6f1d3c52-27a0-5b5e-9c0a-1f3f0c6f2a11', channel: 'chat', at: '2026-09-28T09:14:00.000Z', agent: null,
              evidence: { turn: 3, start: 0, end: 42, quote: 'vous serez remboursée sous 48 h' },
            },
          ],
        },
        { key: 'P10D', share: proportion(16, 40), delay: { days: 10, workingDays: 8, minutes: null, afterEvent: false }, amount: null, written: ['sous dix jours'], samples: [] },
      ],
      agreement: { rate: 0.508, interval: { low: 0.44, high: 0.7, level: 0.95 }, answers: 40 },
      betweenAgents: { verdict: 'nothing-certain', groups: 6, leftOut: 0, p: 0.31, q: 0.5 },
      betweenChannels: { verdict: 'beyond-chance', groups: 2, leftOut: 0, p: 0.0002, q: 0.001 },
      channels: [
        { channel: 'chat', stated: proportion(22, 24), values: [{ key: 'P2D', share: proportion(22, 22) }], agreement: { rate: 1, interval: { low: 0.75, high: 1, level: 0.95 }, answers: 22 } },
        {
          channel: 'phone', stated: proportion(18, 20), values: [{ key: 'P2D', share: proportion(2, 18) }, { key: 'P10D', share: proportion(16, 18) }],
          agreement: { rate: 0.791, interval: { low: 0.52, high: 0.98, level: 0.95 }, answers: 18 },
        },
      ],
      people: null,
    },
  ],
  policy: ['un remboursement est versé sous 14 jours.'],
  suppressed: null,
};
