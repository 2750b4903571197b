import { type Interaction, interactionIdOf, type Relations, type Statement } from '#domain';
import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/pledges/index.js';
import { relate } from '../../../src/pledges/relations/relate.js';
import { by, fact, fulfilment, pledge } from './statements.js';

const LATER = '2026-12-31T00:00:00Z';

interface Contact {
  readonly channel: Interaction['channel'];
  readonly direction?: 'inbound' | 'outbound';
  readonly turns: readonly (readonly [who: 'a' | 'c', text: string])[];
}

/** What agents said in contacts of one customer, one each day from Monday 2 March 2026 on, the first at 10:00. */
function said(...contacts: readonly Contact[]): Statement[] {
  return contacts.flatMap(({ channel, direction, turns }, day) => {
    const externalId = String(day);
    const interaction: Interaction = {
      source: 'essai', externalId, revision: 1, channel, startedAt: `2026-03-0${day + 2}T10:00:00+01:00`, ...(direction === undefined ? {} : { direction }),
      participants: [{ id: 'a', role: 'agent', ref: 'agent-1' }, { id: 'c', role: 'customer', ref: 'client-1' }],
      turns: turns.map(([participantId, text], index) => ({ id: String(index), participantId, text })),
    };
    return extractStatements(interaction, { interactionId: interactionIdOf('essai', 'essai', externalId) });
  });
}

const PROMISED: Contact = { channel: 'phone', turns: [['a', 'je vous rappelle demain avant midi']] };
const again = (opening: string): Contact['turns'] => [['a', opening], ['c', 'oui bonjour'], ['a', "j'ai pas encore la réponse"], ['a', 'je vous rappelle vendredi']];

const outcome = ({ contradictions, settlements }: Relations) => [contradictions.map(({ kind }) => kind), settlements[0]!.status];
const come = (...contacts: readonly Contact[]) => outcome(relate({ statements: said(...contacts), facts: [] }, LATER));

describe('a call promised, and the company calls', () => {
  it.each([
    'bonjour c\'est Léa de Meublor je vous appelle au sujet de votre commande',
    'bonjour je vous rappelle comme convenu',
    'bonjour madame je me permets de vous appeler concernant votre dossier',
  ])('%s: the word is kept, and a call promised there is another one', (opening) => {
    expect(come(PROMISED, { channel: 'phone', turns: again(opening) })).toEqual([[], 'kept']);
    expect(come(PROMISED, { channel: 'phone', direction: 'outbound', turns: again(opening) })).toEqual([[], 'kept']);
  });

  it('not where the source says that the customer called, nor where nobody says who did', () => {
    expect(come(PROMISED, { channel: 'phone', direction: 'inbound', turns: again('bonjour je vous rappelle comme convenu') })[0]).toEqual(['deadline-moved']);
    expect(come(PROMISED, { channel: 'phone', turns: again('service client bonjour') })[0]).toEqual(['deadline-moved']);
  });

  it('not long after a call began', () => {
    expect(come(PROMISED, { channel: 'phone', turns: [...again('service client bonjour'), ['c', 'merci'], ['a', 'je vous rappelle au sujet du devis']] })[0]).toEqual(['deadline-moved']);
  });

  it('also where only the direction tells, as the store knows it', () => {
    const statements = said(PROMISED, { channel: 'phone', direction: 'outbound', turns: [['a', 'service client bonjour'], ['a', 'je vous rappelle vendredi']] });
    const { caseRef: _, ...called } = fact({ at: '2026-03-03T09:00:00Z', act: 'call-back' });
    expect(outcome(relate({ statements, facts: [called] }, LATER))).toEqual([[], 'kept']);
  });
});

describe('a call promised, and the company writes', () => {
  const first = pledge({ at: '2026-03-02T09:00:00Z', act: 'call-back', deadline: by('2026-03-03') });
  const next = pledge({ at: '2026-03-05T09:00:00Z', act: 'call-back', deadline: by('2026-03-06') });

  it('moves nothing, and keeps nothing either', () => {
    const wrote = fact({ at: '2026-03-03T09:00:00Z', act: 'reply' });
    expect(outcome(relate({ statements: [first, next], facts: [wrote] }, '2026-03-05T10:00:00Z'))).toEqual([[], 'broken']);
    expect(outcome(relate({ statements: [first, next], facts: [] }, '2026-03-05T10:00:00Z'))).toEqual([['deadline-moved'], 'broken']);
    const told = fulfilment({ at: '2026-03-03T09:00:00Z', act: 'reply', quote: 'Je reviens vers vous concernant votre dossier' });
    expect(outcome(relate({ statements: [first, told, next], facts: [] }, '2026-03-05T10:00:00Z'))).toEqual([[], 'broken']);
  });

  it('« je reviens vers vous » is no answer to what an answer was promised on', () => {
    const answer: Contact = { channel: 'email', turns: [['a', 'Une réponse vous sera apportée mardi.']] };
    expect(come(answer, { channel: 'email', turns: [['a', 'Je reviens vers vous concernant votre dossier. Vous aurez une réponse vendredi.']] })[0]).toEqual(['deadline-moved']);
  });
});
