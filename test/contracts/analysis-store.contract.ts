import { randomUUID } from 'node:crypto';
import type { AnalysisStore, OutboxMessage } from '#domain';
import { describe, expect, it } from 'vitest';
import { analysed, batchOf, recordAt } from './analysis-store.fixture.js';

/** What the suite needs to see of an adapter, beside the port. */
export interface AnalysisStoreHarness {
  /** A second store on the same data, as another process would have. */
  readonly stores: readonly [AnalysisStore, AnalysisStore];
  /** Revision and rule ids of the kept interaction, null when it is not kept. */
  kept(interactionId: string): Promise<{ revision: number; rules: string[] } | null>;
  /** Types of the journal's entries about an interaction, in order, with their revision. */
  journal(interactionId: string): Promise<string[]>;
  /** Every dead letter, byte-identical, and why it was buried. */
  deadLetters(): Promise<{ offset: bigint; key: Buffer | null; value: Buffer | null; headers: Record<string, Buffer>; reason: string }[]>;
  /** Takes every message out of the outbox, in order. */
  messages(): Promise<readonly OutboxMessage[]>;
}

const DONE = { kind: 'done' };
const DUPLICATE = { kind: 'drop', reason: 'duplicate' };
const SUPERSEDED = { kind: 'drop', reason: 'superseded' };

const keysOf = (messages: readonly OutboxMessage[]): string[] => messages.map(({ key }) => String(key));

function announceNothing(): never {
  throw new Error('cannot announce');
}

/** Every adapter of AnalysisStore keeps this. Organisation `ORGANISATION` exists. */
export function analysisStoreContract(harness: () => AnalysisStoreHarness): void {
  const store = (): AnalysisStore => harness().stores[0];

  describe('AnalysisStore', () => {
    it('keeps an interaction with its findings, journals it and announces it', async () => {
      const item = analysed({ externalId: randomUUID(), found: ['refus', '+accueil'] });
      await harness().messages();
      expect(await store().record(batchOf([item]))).toEqual([{ kind: 'done', value: item.interactionId }]);
      expect(await harness().kept(item.interactionId)).toEqual({ revision: 1, rules: ['accueil', 'refus'] });
      expect(await harness().journal(item.interactionId)).toEqual(['interaction.analysed 1']);
      const messages = await harness().messages();
      expect(keysOf(messages)).toEqual([`${item.interactionId} r1`]);
      expect(messages[0]).toMatchObject({ stream: 'findings', value: Buffer.from(`${item.interactionId} r1`) });
      expect(messages[0]!.headers['raw']).toEqual(Buffer.from([1, 0, 2]));
    });

    it('drops the same revision with the same content, and a lower revision', async () => {
      const externalId = randomUUID();
      const second = analysed({ externalId, revision: 2 });
      await store().record(batchOf([second]));
      const outcomes = await store().record(batchOf([second, analysed({ externalId, revision: 1 })]));
      expect(outcomes).toEqual([DUPLICATE, SUPERSEDED]);
      expect(await harness().journal(second.interactionId)).toEqual(['interaction.analysed 2']);
    });

    it('replaces a lower revision whole and takes its facts back', async () => {
      const externalId = randomUUID();
      const first = analysed({ externalId, found: ['refus', 'tutoiement'] });
      await store().record(batchOf([first]));
      await store().record(batchOf([analysed({ externalId, revision: 3, found: ['+accueil'] })]));
      expect(await harness().kept(first.interactionId)).toEqual({ revision: 3, rules: ['accueil'] });
      const journal = await harness().journal(first.interactionId);
      expect(journal).toEqual(['interaction.analysed 1', 'interaction.superseded 1', 'interaction.analysed 3']);
    });

    it('parks the same revision with other content, byte-identical, in the same transaction', async () => {
      const externalId = randomUUID();
      const item = analysed({ externalId });
      await store().record(batchOf([item]));
      await harness().messages();
      const [outcome] = await store().record(batchOf([analysed({ externalId, text: 'Autre chose.' })], { from: 7001 }));
      expect(outcome).toMatchObject({ kind: 'park', reason: 'id_conflict' });
      const letter = (await harness().deadLetters()).find(({ offset }) => offset === 7001n);
      const { key, value, headers } = recordAt(7001);
      expect(letter).toEqual({ offset: 7001n, key, value, headers, reason: 'id_conflict' });
      expect(keysOf(await harness().messages())).toEqual(['7001 id_conflict']);
    });

    it('parks what belongs to no known organisation', async () => {
      const stranger = analysed({ externalId: randomUUID(), organisationId: 'personne' });
      const [outcome] = await store().record(batchOf([stranger], { from: 7101 }));
      expect(outcome).toMatchObject({ kind: 'park', reason: 'unknown_organisation' });
      expect((await harness().deadLetters()).find(({ offset }) => offset === 7101n)?.reason).toBe('unknown_organisation');
      expect(await harness().kept(stranger.interactionId)).toBeNull();
    });

    it('handles several revisions of one interaction within a batch, in order', async () => {
      const externalId = randomUUID();
      const [first, second] = [analysed({ externalId, found: ['refus'] }), analysed({ externalId, revision: 2 })];
      const outcomes = await store().record(batchOf([first, second, first, second, analysed({ externalId, revision: 2, text: 'Autre.' })]));
      expect(outcomes).toMatchObject([DONE, DONE, SUPERSEDED, DUPLICATE, { kind: 'park', reason: 'id_conflict' }]);
      expect(await harness().kept(first.interactionId)).toEqual({ revision: 2, rules: [] });
      const journal = await harness().journal(first.interactionId);
      expect(journal).toEqual(['interaction.analysed 1', 'interaction.superseded 1', 'interaction.analysed 2']);
    });

    it('keeps the position with the effects and skips what it says is done', async () => {
      const group = randomUUID();
      const items = [1, 2, 3].map((n) => analysed({ externalId: `${group}-${n}` }));
      expect(await store().position(group, 'interactions.test', 0)).toBeNull();
      await store().record(batchOf(items.slice(0, 2), { group, from: 40 }));
      expect(await store().position(group, 'interactions.test', 0)).toBe(42n);

      const conflict = analysed({ externalId: `${group}-2`, text: 'Autre contenu.' });
      const outcomes = await store().record(batchOf([conflict, items[2]!], { group, from: 41 }));
      expect(outcomes).toMatchObject([DUPLICATE, DONE]);
      expect(await store().position(group, 'interactions.test', 0)).toBe(43n);
    });

    it('keeps an interaction that it has never seen, even below the position: the topic may have been made anew', async () => {
      const group = randomUUID();
      await store().record(batchOf([analysed({ externalId: `${group}-1` })], { group, from: 4_000 }));
      const unseen = analysed({ externalId: `${group}-2` });
      expect(await store().record(batchOf([unseen], { group, from: 0 }))).toMatchObject([DONE]);
      expect(await harness().kept(unseen.interactionId)).toMatchObject({ revision: 1 });
      expect(await store().position(group, 'interactions.test', 0)).toBe(4_001n);
    });

    it('never moves a position back, nor buries a dead letter twice', async () => {
      const group = randomUUID();
      const letter = { record: recordAt(7201), reason: 'not_json', detail: 'illisible' } as const;
      const batch = { ...batchOf([], { group, from: 7202 }), deadLetters: [letter] };
      await store().record(batch);
      await store().record(batch);
      await store().record(batchOf([], { group, from: 10 }));
      expect(await store().position(group, 'interactions.test', 0)).toBe(7202n);
      expect((await harness().deadLetters()).filter(({ offset }) => offset === 7201n)).toHaveLength(1);
    });

    it('writes nothing at all when a message cannot be built', async () => {
      const item = analysed({ externalId: randomUUID() });
      const group = randomUUID();
      await expect(store().record({ ...batchOf([item], { group }), announce: announceNothing })).rejects.toThrow('cannot announce');
      expect(await harness().kept(item.interactionId)).toBeNull();
      expect(await store().position(group, 'interactions.test', 0)).toBeNull();
    });

    it('keeps text that databases dislike without moving offsets, and parks what cannot be kept alone', async () => {
      const text = 'a\u0000b\uD800c « é » 😀';
      const odd = analysed({ externalId: randomUUID(), text, found: ['refus'] });
      const undated = analysed({ externalId: randomUUID(), startedAt: '2026-13-45' });
      const outcomes = await store().record(batchOf([odd, undated], { from: 7301 }));
      expect(outcomes).toMatchObject([DONE, { kind: 'park', reason: 'invalid_interaction' }]);
      expect(await harness().kept(odd.interactionId)).toEqual({ revision: 1, rules: ['refus'] });
    });

    it('lets two writers record the same interactions at once: each is kept once', async () => {
      const run = randomUUID();
      const items = Array.from({ length: 40 }, (_, n) => analysed({ externalId: `${run}-${n}`, found: ['refus'] }));
      const [one, two] = harness().stores;
      const rounds = Array.from({ length: 3 }, () => [one.record(batchOf(items)), two.record(batchOf(items.toReversed()))]);
      const outcomes = (await Promise.all(rounds.flat())).flat();
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(items.length);
      for (const { interactionId } of items) {
        expect(await harness().journal(interactionId)).toEqual(['interaction.analysed 1']);
      }
    });

    it('lets two writers race revisions of the same interactions: the highest stays', async () => {
      const run = randomUUID();
      const revision = (n: number) => Array.from({ length: 20 }, (_, i) => analysed({ externalId: `${run}-${i}`, revision: n }));
      const [one, two] = harness().stores;
      await Promise.all([1, 2, 3, 4].map((n) => (n % 2 ? one : two).record(batchOf(n % 2 ? revision(n) : revision(n).toReversed()))));
      for (const { interactionId } of revision(1)) {
        expect((await harness().kept(interactionId))?.revision).toBe(4);
        const journal = await harness().journal(interactionId);
        expect(journal.filter((entry) => entry.startsWith('interaction.analysed'))).toHaveLength((journal.length + 1) / 2);
      }
    });
  });
}
