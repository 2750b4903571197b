import { SAMPLE_SETTINGS, STRICT_SETTINGS } from '#domain';
import { OrganisationRepository } from '#storage';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { findingEvent } from '../src/stream-findings/stream-findings.message.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let url: string;
beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS);
  url = `${await api.app.getUrl()}/v1/stream`;
});
afterAll(() => api.stop());
beforeEach(() => api.app.get(OrganisationRepository).changeSettings(ORGANISATION, SAMPLE_SETTINGS, 'essai'));

type Event = ReturnType<typeof findingEvent.parse>;

/** Listens until so many events have come; `ready` resolves once the stream is open. */
function listen(count: number, lastEventId?: string) {
  const leave = new AbortController();
  const answer = fetch(url, { signal: leave.signal, headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId } });
  const events = answer.then(async ({ body }) => {
    const found: Event[] = [];
    let text = '';
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    while (found.length < count) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      const parts = text.split('\n\n');
      text = parts.pop()!;
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data === undefined) continue;
        const event = findingEvent.parse(JSON.parse(data));
        expect(part).toContain(`id: ${event.id}\nevent: ${event.type}\n`);
        found.push(event);
      }
    }
    leave.abort();
    return found;
  });
  return { ready: answer, events };
}

const take = (externalId: string, more: Partial<Parameters<typeof analysed>[0]> = {}) => api.take([analysed({ externalId, found: ['refus', '+accueil'], ...more })]);

it('tells findings as they are detected, reviewed and withdrawn', async () => {
  const heard = listen(7);
  const { headers, status } = await heard.ready;
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store']);
  await take('s-1');
  const [finding] = (await api.get('/v1/findings?rule=refus&limit=1')).body.items;
  await api.put(`/v1/findings/${finding.id}/review`).send({ verdict: 'confirmed' });
  await take('s-1', { revision: 2, text: 'Autre chose a été dit.' });
  const events = await heard.events;
  expect(events.map(({ type, finding: { ruleId, status: now } }) => [type, ruleId, now])).toEqual([
    ...detected(),
    ['finding.reviewed', 'refus', 'confirmed'],
    ...events.slice(3, 5).map(({ finding: { ruleId } }) => ['finding.withdrawn', ruleId, ruleId === 'refus' ? 'confirmed' : 'detected']),
    ...events.slice(5).map(({ finding: { ruleId } }) => ['finding.detected', ruleId, 'detected']),
  ]);
  expect(events[0]).toMatchObject({ channel: 'chat', day: '2026-03-10', finding: { agentRef: 'a-1' } });

  function detected(): string[][] {
    return events.slice(0, 2).map(({ finding: { ruleId } }) => ['finding.detected', ruleId, 'detected']);
  }
});

it('goes on after the last event a listener has, in the middle of an interaction too, missing and repeating nothing', async () => {
  const first = listen(1);
  await first.ready;
  await take('s-2');
  const [seen] = await first.events;
  await take('s-3');
  const rest = await listen(3, seen!.id).events;
  expect(rest.map(({ id }) => id)).not.toContain(seen!.id);
  expect(new Set(rest.map(({ finding }) => finding.id)).size).toBe(3);
  expect(rest[0]!.interactionId).toBe(seen!.interactionId);
  expect(await listen(2, rest[0]!.id).events).toEqual(rest.slice(1));
});

it('names nobody for a finding that nobody confirmed, under the strict settings', async () => {
  await api.app.get(OrganisationRepository).changeSettings(ORGANISATION, STRICT_SETTINGS, 'essai');
  const heard = listen(3);
  await heard.ready;
  await take('s-4', { agent: 'a-9' });
  const [finding] = (await api.get('/v1/findings?rule=refus&agent=a-9')).body.items;
  await api.put(`/v1/findings/${finding.id}/review`).send({ verdict: 'confirmed' });
  expect((await heard.events).map((event) => event.finding.agentRef)).toEqual([null, null, 'a-9']);
});

it('refuses an id that is not one of its own', async () => {
  for (const id of ['hier', '1-2', '08-0-0', '99999999999999999999999-1-1', "1-1-1'; --"]) {
    const answer = await api.get('/v1/stream').set('last-event-id', id);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_header']);
  }
});

it('ends when the service stops, and does not hold it', async () => {
  const own = await startTestApi(SAMPLE_SETTINGS);
  const answer = await fetch(`${await own.app.getUrl()}/v1/stream`);
  const whole = answer.text();
  await own.stop();
  expect(await whole).toMatch(/^retry: 2000\n\n/);
});
