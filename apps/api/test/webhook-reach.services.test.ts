import { SAMPLE_SETTINGS } from '#domain';
import { expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { startTestApi } from './start-test-api.js';
import { startReceiver } from './webhook-receiver.js';

it('takes no private address unless the operator allows it, neither at first nor later, and sends to none', async () => {
  const strict = await startTestApi(SAMPLE_SETTINGS);
  try {
    for (const url of ['https://127.0.0.1/', 'https://2130706433/', 'https://[::ffff:10.0.0.1]/', 'https://localhost/', 'http://example.com/', 'https://169.254.169.254/latest/meta-data']) {
      const answer = await strict.post('/v1/webhooks').send({ name: 'x', url });
      expect([url, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([url, 422, '#/url']);
    }
    // As if its name had led elsewhere when it was made.
    const receiver = await startReceiver();
    await strict.owner.query(
      `INSERT INTO webhook (organisation_id, webhook_id, name, url, types, secret, xid, position, request, created_by) VALUES ($1, $2, 'x', $3, '{}', 'whsec_AAAA', '3', 0, '', 'essai')`,
      [ORGANISATION, crypto.randomUUID(), `https://localhost:${receiver.port}/`],
    );
    const [{ id }] = (await strict.get('/v1/webhooks')).body.items;
    expect((await strict.post(`/v1/webhooks/${id}/test`)).body).toMatchObject({ state: 'given-up', lastFailure: 'refused', lastStatus: null });
    expect((await strict.patch(`/v1/webhooks/${id}`).send({ url: 'https://10.0.0.1/' })).status).toBe(422);
    expect(receiver.received).toEqual([]);
    await receiver.stop();
  } finally {
    await strict.stop();
  }
});
