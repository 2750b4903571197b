import type { AnsweredQuestion, AnsweredSlot } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { columnsOf, proportionCells } from '../http/figure-columns.js';

/** One line per question, slot, value and channel; the channel is empty for all of them together. */
export interface AnswerLine {
  readonly question: AnsweredQuestion;
  readonly slot: AnsweredSlot | null;
  readonly channel: string | null;
  readonly value: AnsweredSlot['values'][number] | null;
  readonly share: AnsweredSlot['stated'] | null;
}

export function linesOf(question: AnsweredQuestion): AnswerLine[] {
  if (question.slots.length === 0) return [{ question, slot: null, channel: null, value: null, share: null }];
  return question.slots.flatMap((slot) =>
    slot.values.flatMap((value): AnswerLine[] => [
      { question, slot, channel: null, value, share: value.share },
      ...slot.channels.flatMap(({ channel, values }) => values.filter(({ key }) => key === value.key).map(({ share }) => ({ question, slot, channel, value, share }))),
    ]),
  );
}

export const answersCsv: CsvShape<AnswerLine> = {
  name: 'answers',
  columns: [
    'reason', 'topic', 'from', 'to', 'agents', 'answers', 'slot', 'channel', 'value', 'written', ...columnsOf('share'), 'agreement', 'agreementLow', 'agreementHigh', 'betweenAgentsVerdict',
    'betweenAgentsQ', 'betweenChannelsVerdict', 'betweenChannelsQ', 'suppressed',
  ],
  row: ({ question, slot, channel, value, share }) => ({
    reason: question.reason,
    topic: question.topic,
    from: question.counted?.from ?? null,
    to: question.counted?.to ?? null,
    agents: question.agents,
    answers: question.answers,
    slot: slot?.slot ?? null,
    channel,
    value: value?.key ?? null,
    written: value?.written.join(' | ') ?? null,
    ...proportionCells('share', share),
    agreement: slot?.agreement?.rate ?? null,
    agreementLow: slot?.agreement?.interval.low ?? null,
    agreementHigh: slot?.agreement?.interval.high ?? null,
    betweenAgentsVerdict: slot?.betweenAgents.verdict ?? null,
    betweenAgentsQ: slot?.betweenAgents.q ?? null,
    betweenChannelsVerdict: slot?.betweenChannels.verdict ?? null,
    betweenChannelsQ: slot?.betweenChannels.q ?? null,
    suppressed: question.suppressed,
  }),
};
