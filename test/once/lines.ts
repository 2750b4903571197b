import { z } from 'zod';
import { messageEvent } from '../../apps/ingest/test/chatwoot/events.js';
import type { Line } from './line.js';
import { LINES_OF_PEOPLE } from './lines-of-people.js';
import { interactionOf, key, PASSWORD, signed, type World } from './world.js';

const id = z.object({ id: z.string() });
/** « Bonjour » of the agent, where no rule finds a refusal. */
const WORDS = { turn: 1, start: 0, end: 7 };
const DISPUTE = { reason: 'Je citais la cliente.' };

/** Two people of the directory. */
const people = async (world: World, kind: 'agents' | 'customers') => {
  const n = world.next();
  await world.must('PUT', { as: 'admin', url: '/v1/directory', body: { [kind]: [{ ref: `p-${n}`, identities: [`id-${n}`] }, { ref: `q-${n}` }] } }, z.unknown());
  return { url: `/v1/${kind}/p-${n}`, own: `id-${n}`, other: `q-${n}` };
};
const merge = (kind: 'agents' | 'customers'): Line => ({ prepare: async (world) => {
  const { url, other } = await people(world, kind);
  return { as: 'admin', url: `${url}/merge`, body: { identities: [other] } };
} });
const split = (kind: 'agents' | 'customers'): Line => ({ prepare: async (world) => {
  const { url, own } = await people(world, kind);
  return { as: 'admin', url: `${url}/split`, body: { identities: [own] } };
} });

const account = async (world: World) => {
  const n = world.next();
  const made = await world.must('POST', { as: 'admin', url: '/v1/accounts', body: { login: `compte-${n}`, name: 'Camille', roles: ['coach'], teams: 'all' } }, z.object({ account: id, link: z.object({ path: z.string() }) }));
  return { id: made.account.id, token: made.link.path.split('jeton=')[1]! };
};
const webhook = async (world: World) => {
  const made = await world.must('POST', { as: 'admin', url: '/v1/webhooks', body: { name: 'Entrepôt', url: 'http://127.0.0.1:9/', types: ['finding.withdrawn'] } }, z.object({ webhook: id }));
  return `/v1/webhooks/${made.webhook.id}`;
};
const ofFinding = async (world: World, ...before: readonly ['review' | 'dispute' | 'resolution', ...('review' | 'dispute' | 'resolution')[]] | []) => {
  const { finding } = await world.interaction();
  const url = `/v1/findings/${finding}`;
  const steps = {
    review: () => world.must('PUT', { as: 'supervisor', url: `${url}/review`, body: { verdict: 'confirmed' } }, z.unknown()),
    dispute: () => world.must('POST', { as: 'agent', url: `${url}/dispute`, body: DISPUTE }, z.unknown()),
    resolution: () => world.must('PUT', { as: 'cx-owner', url: `${url}/dispute/resolution`, body: { outcome: 'upheld', reason: 'Ces mots sont les siens.' } }, z.unknown()),
  };
  for (const step of before) await steps[step]();
  return url;
};
const sample = async (world: World) => {
  const { id: interactionId } = await world.interaction();
  const drawn = await world.must('POST', { as: 'supervisor', url: '/v1/samples', body: { name: 'Mars', size: 5_000 } }, id);
  return { url: `/v1/samples/${drawn.id}/items/${interactionId}/completion`, interactionId };
};
/** A calibration of two over one finding, and its finding. */
const calibration = async (world: World, closed: boolean) => {
  await world.interaction();
  const reviewers = [world.idOf('supervisor'), world.idOf('cx-owner')];
  const drawn = await world.must('POST', { as: 'supervisor', url: '/v1/calibrations', body: { name: 'Mars', size: 5, reviewers } }, id);
  const url = `/v1/calibrations/${drawn.id}`;
  const { items } = await world.must('GET', { as: 'supervisor', url: `${url}/items` }, z.object({ items: z.array(z.object({ findingId: z.string() })) }));
  if (closed) await world.must('POST', { as: 'supervisor', url: `${url}/close` }, z.unknown());
  return { url, item: `${url}/items/${items[0]!.findingId}` };
};
const multipart = (name: string, content: string) => ({ headers: { 'content-type': 'multipart/form-data; boundary=xx' }, body: `--xx\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n--xx--\r\n` });

/** For each operation that changes something. A new one needs its line. */
export const LINES: Readonly<Record<string, Line>> = {
  ...LINES_OF_PEOPLE,
  'POST /v1/accounts': { prepare: async (world) => ({ as: 'admin', url: '/v1/accounts', body: { login: `nouveau-${world.next()}`, name: 'Camille', roles: ['coach'], teams: 'all' } }) },
  'PATCH /v1/accounts/{id}': { versioned: true, prepare: async (world) => ({ as: 'admin', url: `/v1/accounts/${(await account(world)).id}`, body: { name: 'Dominique' }, headers: { 'if-match': '"1"' } }) },
  'POST /v1/accounts/{id}/link': { apart: 'each answer has a link of its own; only the last one opens', prepare: async (world) => ({ as: 'admin', url: `/v1/accounts/${(await account(world)).id}/link` }) },
  'POST /v1/agents/{ref}/merge': merge('agents'),
  'POST /v1/agents/{ref}/split': split('agents'),
  'POST /v1/customers/{ref}/merge': merge('customers'),
  'POST /v1/customers/{ref}/split': split('customers'),
  'POST /v1/calibrations': { keyed: true, prepare: async (world) => {
    await world.interaction();
    return { as: 'supervisor', url: '/v1/calibrations', body: { name: 'Avril', size: 5, reviewers: [world.idOf('supervisor'), world.idOf('cx-owner')] }, headers: key() };
  } },
  'POST /v1/calibrations/{id}/close': { prepare: async (world) => ({ as: 'supervisor', url: `${(await calibration(world, false)).url}/close` }) },
  'PUT /v1/calibrations/{id}/items/{findingId}/judgement': { prepare: async (world) => ({ as: 'supervisor', url: `${(await calibration(world, false)).item}/judgement`, body: { verdict: 'confirmed' } }) },
  'POST /v1/calibrations/{id}/items/{findingId}/remarks': { keyed: true, prepare: async (world) => ({ as: 'supervisor', url: `${(await calibration(world, true)).item}/remarks`, body: { text: 'Je confirme.' }, headers: key() }) },
  'PUT /v1/calibrations/{id}/items/{findingId}/resolution': { prepare: async (world) => ({ as: 'supervisor', url: `${(await calibration(world, true)).item}/resolution`, body: { verdict: 'confirmed' } }) },
  'POST /v1/dead-letters/{id}/discard': { prepare: async (world) => ({ as: 'admin', url: `/v1/dead-letters/${await world.letter()}/discard`, body: { reason: 'essai' } }) },
  'POST /v1/dead-letters/{id}/replay': { prepare: async (world) => ({ as: 'admin', url: `/v1/dead-letters/${await world.letter()}/replay`, body: { interaction: interactionOf(`rejoué-${world.next()}`, `c-${world.next()}`) } }) },
  'PUT /v1/directory': { prepare: async (world) => ({ as: 'admin', url: '/v1/directory', body: { agents: [{ ref: `d-${world.next()}`, name: 'Camille' }] } }) },
  'POST /v1/erasures': { keyed: true, prepare: async (world) => ({ as: 'dpo', url: '/v1/erasures', body: { customer: (await world.interaction()).customer, reason: 'sa demande' }, headers: key() }) },
  'POST /v1/facts': { prepare: async (world) => ({ as: 'admin', url: '/v1/facts', body: { source: 'erp', externalId: `f-${world.next()}`, customerRef: `c-${world.next()}`, act: 'refund', at: '2026-03-11T10:00:00+01:00', amount: { value: 60, currency: 'EUR' } } }) },
  'DELETE /v1/findings/{id}': { prepare: async (world) => {
    const { id: interaction, ruleId } = await world.interaction();
    const added = await world.must('POST', { as: 'supervisor', url: `/v1/interactions/${interaction}/findings`, body: { ...WORDS, rule: ruleId } }, id);
    return { as: 'supervisor', url: `/v1/findings/${added.id}` };
  } },
  'PUT /v1/findings/{id}/comment': { prepare: async (world) => ({ as: 'agent', url: `${await ofFinding(world)}/comment`, body: { text: 'Elle avait la réponse.' } }) },
  'POST /v1/findings/{id}/dispute': { keyed: true, prepare: async (world) => ({ as: 'agent', url: `${await ofFinding(world, 'review')}/dispute`, body: DISPUTE, headers: key() }) },
  'DELETE /v1/findings/{id}/dispute': { prepare: async (world) => ({ as: 'agent', url: `${await ofFinding(world, 'review', 'dispute')}/dispute` }) },
  'PUT /v1/findings/{id}/dispute/resolution': { prepare: async (world) => ({ as: 'cx-owner', url: `${await ofFinding(world, 'review', 'dispute')}/dispute/resolution`, body: { outcome: 'upheld', reason: 'Ces mots sont les siens.' } }) },
  'PUT /v1/findings/{id}/review': { prepare: async (world) => ({ as: 'supervisor', url: `${await ofFinding(world)}/review`, body: { verdict: 'confirmed' } }) },
  'DELETE /v1/findings/{id}/review': { prepare: async (world) => ({ as: 'supervisor', url: `${await ofFinding(world, 'review')}/review` }) },
  'POST /v1/imports': { prepare: async (world) => ({ as: 'admin', url: '/v1/imports', ...multipart(`lot-${world.next()}.json`, JSON.stringify(interactionOf(`fichier-${world.next()}`, `c-${world.next()}`))) }) },
  'POST /v1/interactions': { prepare: async (world) => ({ as: 'admin', url: '/v1/interactions', body: interactionOf(`reçu-${world.next()}`, `c-${world.next()}`) }) },
  'POST /v1/interactions/known': { apart: 'only asks', prepare: async () => ({ as: 'admin', url: '/v1/interactions/known', body: { items: [{ source: 'test', externalId: 'x', revision: 1, contentHash: '0'.repeat(64) }] } }) },
  'PUT /v1/interactions/{id}/assignment': { prepare: async (world) => ({ as: 'supervisor', url: `/v1/interactions/${(await world.interaction()).id}/assignment`, body: { to: world.idOf('supervisor') } }) },
  'POST /v1/interactions/{id}/findings': { prepare: async (world) => {
    const { id: interaction, ruleId } = await world.interaction();
    return { as: 'supervisor', url: `/v1/interactions/${interaction}/findings`, body: { ...WORDS, rule: ruleId } };
  } },
  'DELETE /v1/interactions/{id}/hold': { prepare: async (world) => ({ as: 'supervisor', url: `/v1/interactions/${(await world.interaction()).id}/hold` }) },
  'POST /v1/keys': { keyed: true, prepare: async () => ({ as: 'admin', url: '/v1/keys', body: { name: 'passerelle', scopes: ['ingest:write'] }, headers: key() }) },
  'DELETE /v1/keys/{id}': { prepare: async (world) => {
    const made = await world.must('POST', { as: 'admin', url: '/v1/keys', body: { name: 'passerelle', scopes: ['ingest:write'] } }, z.object({ view: id }));
    return { as: 'admin', url: `/v1/keys/${made.view.id}` };
  } },
  'POST /v1/links/look': { apart: 'only looks', prepare: async (world) => ({ as: null, url: '/v1/links/look', body: { token: (await account(world)).token } }) },
  'POST /v1/links/use': { prepare: async (world) => ({ as: null, url: '/v1/links/use', body: { token: (await account(world)).token, password: PASSWORD } }) },
  'PUT /v1/me/password': { prepare: async (world) => {
    const { token } = await account(world);
    const answer = await world.app.inject({ method: 'POST', url: '/v1/links/use', payload: { token, password: PASSWORD } });
    return { as: null, url: '/v1/me/password', body: { current: PASSWORD, password: 'une autre phrase assez longue' }, cookie: String(answer.headers['set-cookie']).split(';')[0]! };
  } },
  'POST /v1/queues/{queue}/claim': { prepare: async (world) => {
    await world.interaction();
    const { cookie } = await world.account('supervisor', `relit-${world.next()}`);
    return { as: null, url: '/v1/queues/new/claim', body: {}, cookie };
  } },
  'PATCH /v1/organisation/retention': { prepare: async (world) => ({ as: 'admin', url: '/v1/organisation/retention', body: { days: { gathered: 30 - (world.next() % 20) }, reason: 'essai' } }) },
  'POST /v1/rules/{id}/observation/end': { apart: 'no rule is under observation here: apps/api/test/observation.services.test.ts', prepare: async () => ({ as: 'admin', url: '/v1/rules/refus.impossible/observation/end', body: { reason: 'essai' } }) },
  'POST /v1/samples': { keyed: true, prepare: async () => ({ as: 'supervisor', url: '/v1/samples', body: { name: 'Avril', size: 10 }, headers: key() }) },
  'PUT /v1/samples/{id}/items/{interactionId}/completion': { prepare: async (world) => {
    const { url, interactionId } = await sample(world);
    const { items } = await world.must('GET', { as: 'admin', url: `/v1/findings?interaction=${interactionId}` }, z.object({ items: z.array(id) }));
    for (const one of items) await world.must('PUT', { as: 'supervisor', url: `/v1/findings/${one.id}/review`, body: { verdict: 'confirmed' } }, z.unknown());
    return { as: 'supervisor', url };
  } },
  'DELETE /v1/samples/{id}/items/{interactionId}/completion': { prepare: async (world) => ({ as: 'supervisor', url: (await sample(world)).url }) },
  'POST /v1/session': { apart: 'each sign-in has a session of its own', prepare: async (world) => {
    const { token } = await account(world);
    await world.must('POST', { as: null, url: '/v1/links/use', body: { token, password: PASSWORD } }, z.unknown());
    return { as: null, url: '/v1/session', body: { login: `compte-${world.next() - 1}`, password: PASSWORD } };
  } },
  'DELETE /v1/session': { prepare: async (world) => ({ as: null, url: '/v1/session', cookie: (await world.account('coach', `part-${world.next()}`)).cookie }) },
  'POST /v1/webhooks': { keyed: true, prepare: async () => ({ as: 'admin', url: '/v1/webhooks', body: { name: 'Entrepôt', url: 'http://127.0.0.1:9/', types: ['finding.withdrawn'] }, headers: key() }) },
  'POST /v1/webhooks/chatwoot': { prepare: async (world) => {
    const [before, body] = [1, 2].map(() => JSON.stringify(messageEvent(world.next(), world.next(), 1, 'contact', 'Bonjour')));
    // Whoever writes is known already: a first message makes a customer too.
    await world.must('POST', { as: null, url: '/v1/webhooks/chatwoot', body: before!, headers: signed(before!) }, z.unknown());
    return { as: null, url: '/v1/webhooks/chatwoot', body: body!, headers: signed(body!) };
  } },
  'PATCH /v1/webhooks/{id}': { versioned: true, prepare: async (world) => ({ as: 'admin', url: await webhook(world), body: { name: 'Autre' }, headers: { 'if-match': '"1"' } }) },
  'DELETE /v1/webhooks/{id}': { prepare: async (world) => ({ as: 'admin', url: await webhook(world) }) },
  'POST /v1/webhooks/{id}/deliveries/{delivery}/redeliver': { apart: 'each request asks for one more sending, all under one id', prepare: async (world) => {
    const url = await webhook(world);
    const test = await world.must('POST', { as: 'admin', url: `${url}/test` }, id);
    return { as: 'admin', url: `${url}/deliveries/${test.id}/redeliver` };
  } },
  'POST /v1/webhooks/{id}/secret': { versioned: true, prepare: async (world) => ({ as: 'admin', url: `${await webhook(world)}/secret`, headers: { 'if-match': '"1"' } }) },
  'POST /v1/webhooks/{id}/test': { apart: 'each request is a test of its own', prepare: async (world) => ({ as: 'admin', url: `${await webhook(world)}/test` }) },
};
