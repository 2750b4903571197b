import { contentHash, SAMPLE_SETTINGS, type AnalysedInteraction, type Interaction } from '#domain';
import { readBytes } from '#ingest/read';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { vconFacts } from '../../../test/vcon/vcon-facts.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const call = analysed({ externalId: 'appel', channel: 'phone', found: ['refus', '+accueil'], notChecked: ['jargon'] });
const turns: Interaction['turns'] = [...call.interaction.turns, { id: 't2', participantId: 'a', text: 'Cliente pressée.', private: true }];
const CALL: AnalysedInteraction = { ...call, interaction: { ...call.interaction, direction: 'inbound', queue: 'sav', tags: ['urgent'], turns } };
const CHAT = analysed({ externalId: 'chat', startedAt: '2026-03-11T09:00:00+01:00' });

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS);
  await api.take([CALL, CHAT]);
});
afterAll(() => api.stop());

const ask = (id: string, accept: string) => api.get(`/v1/interactions/${id}`).set('Accept', accept).buffer().parse((answer, done) => {
  const pieces: Buffer[] = [];
  answer.on('data', (piece: Buffer) => pieces.push(piece));
  answer.on('end', () => done(null, Buffer.concat(pieces).toString()));
});

const reads = async (): Promise<number> => {
  const [row] = await api.owner.query(`SELECT count(*)::int AS count FROM journal WHERE organisation_id = $1 AND type = 'interaction.read'`, [ORGANISATION]);
  return row.count;
};

describe('GET /v1/interactions/{id} as a vCon', () => {
  it.each(['application/vcon+json', 'application/vcon', 'text/html, application/vcon+json;q=0.9, application/json;q=0.8'])('answers Accept: %s as the draft asks', async (accept) => {
    for (const { interactionId } of [CALL, CHAT]) {
      const answer = await ask(interactionId, accept);
      expect([answer.status, answer.headers['vary']]).toEqual([200, 'Accept']);
      expect(answer.headers['content-type']).toMatch(/^application\/vcon/);
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="${interactionId}.vcon"`);
      expect(vconFacts.parse(JSON.parse(answer.body)).parties).toHaveLength(2);
    }
  });

  it('has the words in the transcript, the findings in a report and the note apart', async () => {
    const vcon = JSON.parse((await ask(CALL.interactionId, 'application/vcon+json')).body);
    expect(vcon.dialog).toEqual([{ type: 'recording', start: '2026-03-10T10:00:00.000Z', parties: [0, 1] }]);
    const [transcript, report] = vcon.analysis;
    expect(transcript).toMatchObject({ type: 'transcript', vendor: 'Diapason', body: [{ parties: 0, text: turns[0]!.text, start: '2026-03-10T10:00:00.000Z' }, { parties: 1, text: turns[1]!.text, start: '2026-03-10T10:00:04.200Z', duration: 1.5 }] });
    expect(report).toMatchObject({ type: 'report', vendor: 'Diapason', product: 'diapason', schema: 'diapason.findings.v1', body: { notChecked: CALL.analysis.notChecked } });
    expect(report.body.findings.map(({ id, ruleId }: { id: string; ruleId: string }) => [id, ruleId])).toEqual(CALL.analysis.findings.map(({ id, ruleId }) => [id, ruleId]));
    expect(vcon.attachments).toMatchObject([{ purpose: 'internal-note', party: 1, dialog: 0, body: 'Cliente pressée.' }]);
    expect(vcon.diapason).toMatchObject({ source: 'essai', externalId: 'appel', direction: 'inbound', queue: 'sav', tags: ['urgent'] });
  });

  it('is read back as the very content that was kept: importing it again changes nothing', async () => {
    for (const { interactionId, interaction } of [CALL, CHAT]) {
      const { body } = await ask(interactionId, 'application/vcon+json');
      for await (const item of readBytes(Buffer.from(body))) expect(item.kind === 'interaction' && contentHash(item.interaction)).toBe(contentHash(interaction));
    }
  });

  it('journals the read as any other', async () => {
    const before = await reads();
    await ask(CHAT.interactionId, 'application/vcon+json');
    expect(await reads()).toBe(before + 1);
    await ask(CHAT.interactionId, 'application/xml');
    expect(await reads()).toBe(before + 1);
  });

  it('answers JSON to whoever does not ask, and 304 to who has this very vCon', async () => {
    const json = await api.get(`/v1/interactions/${CHAT.interactionId}`);
    expect([json.headers['content-type'], json.headers['vary']]).toEqual(['application/json; charset=utf-8', 'Accept']);
    const first = await ask(CHAT.interactionId, 'application/vcon+json');
    const again = (tag: string | undefined) => ask(CHAT.interactionId, 'application/vcon+json').set('If-None-Match', tag ?? '');
    expect([(await again(first.headers['etag'])).status, (await again(json.headers['etag'])).status]).toEqual([304, 200]);
  });

  it.each(['application/xml', 'text/csv;q=1, application/json;q=0', '*/*;q=0'])('refuses Accept: %s', async (accept) => {
    const answer = await ask(CHAT.interactionId, accept);
    expect([answer.status, answer.headers['vary'], answer.headers['content-type']]).toEqual([406, 'Accept, Accept-Language', 'application/problem+json']);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'not_acceptable', detail: expect.stringContaining('application/vcon+json') });
  });

  it('knows no interaction that there is not', async () => {
    const answer = await ask('01890a5d-ac96-774b-bcce-b302099a8057', 'application/vcon+json');
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([404, 'not_found']);
  });
});
