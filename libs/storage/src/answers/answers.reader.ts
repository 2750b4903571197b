import {
  ANSWER_TOPICS, CONTACT_REASONS, agreementView, judgeAnswers, measureAnswers, saidBy,
  type AnsweredQuestion, type AnsweredSlot, type AnswerSample, type AnswersFilter, type AnswersReport, type DelayReader, type MeasuredSlot, type Said, type Sight,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readPeople, type Person } from '../consistency/people.sql.js';
import { sqlOn } from '../database/sql.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { readAnswerLoads, readAnswers, type Question } from './answers.sql.js';
import { groupOf, type QuestionGroup } from './question-group.js';

/** Same question, different answers: what agents answered, by contact reason and topic, by channel and, where allowed, by person. */
@Injectable()
export class AnswersReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /**
   * Groups too small are suppressed. Persons are shown only where the organisation shows figures that nobody has confirmed: answers are
   * not confirmed one by one. Verdicts count every line, also when the report is narrowed to one question.
   * @throws when the organisation does not exist.
   */
  async reportAnswers(organisationId: string, filter: AnswersFilter, readDelay: DelayReader, sight: Sight = 'all'): Promise<AnswersReport> {
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    const sql = sqlOn(this.dataSource, organisationId);
    const { settings, timeZone } = organisation;
    const [answers, loads] = [await readAnswers(sql, organisationId, filter, readDelay), await readAnswerLoads(sql, organisationId)];
    const people = await readPeople(sql, organisationId, [...new Set(loads.map(({ agent }) => agent))]);
    const teamOf = new Map([...people].map(([ref, { team }]) => [ref, team?.ref ?? null]));
    const heard = { answers, loads, teamOf, filter, seenTeams: sight === 'all' ? null : sight.teams, settings };
    const measured = questionsOf(loads).map((question): Measured => {
      const group = groupOf(question, heard);
      return { question, group, slots: group === null ? [] : measureAnswers(group.answers, group.channels) };
    });
    const named = settings.personFigures === 'detected' ? people : null;
    const policy = (await this.rulebooks.currentRulebook(organisationId))?.policy ?? [];
    return {
      basis: 'detected',
      period: { from: filter.from ?? null, to: filter.to ?? null, timeZone },
      // Read from what is kept itself: nothing lags.
      lag: 0,
      rows: rowsOf(measured, filter, named).map((row) => ({ ...row, policy: policy.filter(({ act }) => act === row.topic).map(({ says }) => says) })),
    };
  }
}

interface Measured {
  readonly question: Question;
  readonly group: QuestionGroup | null;
  readonly slots: readonly MeasuredSlot[];
}
type People = ReadonlyMap<string, Person> | null;

/** In the order of reasons and topics: what differs most is no ranking either. */
function questionsOf(questions: readonly Question[]): Question[] {
  const found = new Map(questions.map(({ reason, topic }) => [JSON.stringify([reason, topic]), { reason, topic }]));
  const reasons: readonly string[] = CONTACT_REASONS;
  const place = (reason: string | null): number => (reason === null ? reasons.length + 1 : reasons.includes(reason) ? reasons.indexOf(reason) : reasons.length);
  return [...found.values()].sort(
    (a, b) => place(a.reason) - place(b.reason) || compare(a.reason ?? '', b.reason ?? '') || ANSWER_TOPICS.indexOf(a.topic) - ANSWER_TOPICS.indexOf(b.topic),
  );
}

function rowsOf(measured: readonly Measured[], filter: AnswersFilter, people: People): Omit<AnsweredQuestion, 'policy'>[] {
  const slots = measured.flatMap((one) => one.slots);
  const betweenAgents = new Map(judgeAnswers(slots.map((slot) => slot.betweenAgents)).map((test, i) => [slots[i]!, test]));
  const betweenChannels = new Map(judgeAnswers(slots.map((slot) => slot.betweenChannels)).map((test, i) => [slots[i]!, test]));
  return measured
    .filter(({ question }) => (filter.reason === undefined || question.reason === filter.reason) && (filter.topic === undefined || question.topic === filter.topic))
    .map(({ question, group, slots: own }) => {
      if (group === null) return { ...question, counted: null, agents: null, answers: null, slots: [], suppressed: 'group-too-small' };
      const { counted, agents, answers } = group;
      const told = own.map((slot) => ({ ...slotOf(slot, group, filter.topic !== undefined, people), betweenAgents: betweenAgents.get(slot)!, betweenChannels: betweenChannels.get(slot)! }));
      return { ...question, counted, agents, answers: answers.length, slots: told, suppressed: null };
    });
}

function slotOf({ slot, said, values, agreement }: MeasuredSlot, { answers, channels }: QuestionGroup, narrowed: boolean, people: People): Omit<AnsweredSlot, 'betweenAgents' | 'betweenChannels'> {
  const of = (holds: (answer: Said['answer']) => boolean) => saidBy(said.filter(({ answer }) => holds(answer)), answers.filter(holds).length, values);
  return {
    slot,
    stated: of(() => true).stated,
    values: values.map((value) => ({ ...value, samples: narrowed ? samplesOf(said.filter((one) => one.value.key === value.key), people) : [] })),
    agreement,
    channels: channels.map((channel) => ({
      channel, ...of((answer) => answer.channel === channel), agreement: agreementView(said.filter(({ answer }) => answer.channel === channel)),
    })),
    people: narrowed && people !== null ? [...new Set(answers.map(({ agent }) => agent))].sort(compare).map((ref) => ({ ...personOf(people, ref), ...of(({ agent }) => agent === ref) })) : null,
  };
}

const SAMPLES = 3;

/** The latest. */
const samplesOf = (said: readonly Said[], people: People): AnswerSample[] =>
  said
    .toSorted((a, b) => compare(b.at, a.at) || compare(b.answer.interactionId, a.answer.interactionId))
    .slice(0, SAMPLES)
    .map(({ answer: { interactionId, channel, agent }, at, evidence }) => ({ interactionId, channel, at, agent: people === null ? null : personOf(people, agent).agent, evidence }));

const personOf = (people: ReadonlyMap<string, Person>, ref: string): Person => people.get(ref) ?? { agent: { ref, name: null }, team: null };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
