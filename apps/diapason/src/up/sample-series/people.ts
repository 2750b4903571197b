/** Customers of the series: invented, each with one story. */
const LADIES = ['Agathe', 'Brigitte', 'Clara', 'Delphine', 'Emma', 'Fanny', 'Gisèle', 'Hélène'];
const GENTLEMEN = ['Antoine', 'Bastien', 'Cyril', 'David', 'Étienne', 'Fabrice', 'Gaspard', 'Hugo'];
const NAMES = ['Aumont', 'Barbier', 'Carlier', 'Daumas', 'Escoffier', 'Foucault', 'Gautier', 'Hamelin', 'Jourdan', 'Lacombe', 'Maillard', 'Noiret', 'Olivier', 'Perrin', 'Renard', 'Sabatier', 'Tessier'];

export interface SeriesCustomer {
  readonly ref: string;
  readonly name: string;
  /** « Madame Barbier ». */
  readonly polite: string;
  /** How past participles agree with the customer: « remboursée ». */
  readonly e: '' | 'e';
}

export function customerOf(n: number): SeriesCustomer {
  const lady = n % 2 === 0;
  const first = (lady ? LADIES : GENTLEMEN)[Math.floor(n / 2) % 8]!;
  const last = NAMES[(n * 5) % NAMES.length]!;
  return { ref: `c-s${n + 1}`, name: `${first} ${last}`, polite: `${lady ? 'Madame' : 'Monsieur'} ${last}`, e: lady ? 'e' : '' };
}

/** Lavande answers more: enough for the effect of a coaching session to be read (demonstration/coach.ts). */
const LAVANDE = { team: { ref: 't-1', name: 'Équipe Lavande' }, each: { refund: 6, late: 6, exchange: 4 } };
const MISTRAL = { team: { ref: 't-2', name: 'Équipe Mistral' }, each: { refund: 3, late: 2, exchange: 1 } };

/** Of seven answers, how many begin with a regret (« malheureusement »), and how many with a word for what the customer lives through. */
interface Openings {
  readonly regrets: number;
  readonly cares: number;
}

export interface SeriesAgent extends Openings {
  readonly ref: string;
  readonly name: string;
  readonly woman: boolean;
  readonly team: { readonly ref: string; readonly name: string };
  /** Of each story on each channel, how many. */
  readonly each: Readonly<Record<'refund' | 'late' | 'exchange', number>>;
  /** Euros, for a late delivery. */
  readonly gesture: number;
  /** Whether an opened article is exchanged. */
  readonly exchanges: boolean;
  /** Where a session of the demonstration changed something: what it was until then. */
  readonly until?: Openings & { readonly day: string };
}

/** The day of that session (demonstration/coach.ts). */
export const COACHED_ON = '2026-09-25';

/** The agents of the samples (samples/directory.json) with what they are used to say: nobody is the bad pupil in everything. */
export const AGENTS: readonly SeriesAgent[] = [
  { ref: 'a-01', name: 'Camille Roussel', woman: true, ...LAVANDE, gesture: 20, exchanges: true, regrets: 1, cares: 2 },
  { ref: 'a-02', name: 'Nadia Belkacem', woman: true, ...LAVANDE, gesture: 20, exchanges: true, regrets: 0, cares: 4, until: { day: COACHED_ON, regrets: 5, cares: 1 } },
  { ref: 'a-03', name: 'Thomas Guérin', woman: false, ...LAVANDE, gesture: 10, exchanges: false, regrets: 1, cares: 1 },
  { ref: 'a-04', name: 'Élodie Marchand', woman: true, ...LAVANDE, gesture: 15, exchanges: true, regrets: 1, cares: 2 },
  { ref: 'a-09', name: 'Bruno Castel', woman: false, ...LAVANDE, gesture: 15, exchanges: true, regrets: 2, cares: 1 },
  { ref: 'a-10', name: 'Manon Lefort', woman: true, ...LAVANDE, gesture: 20, exchanges: false, regrets: 1, cares: 2 },
  { ref: 'a-05', name: 'Julien Fabre', woman: false, ...MISTRAL, gesture: 10, exchanges: false, regrets: 1, cares: 1 },
  { ref: 'a-06', name: 'Aïcha Traoré', woman: true, ...MISTRAL, gesture: 20, exchanges: true, regrets: 0, cares: 2 },
  { ref: 'a-07', name: 'Mathieu Lemoine', woman: false, ...MISTRAL, gesture: 10, exchanges: false, regrets: 1, cares: 2 },
  { ref: 'a-08', name: 'Sophie Nguyen', woman: true, ...MISTRAL, gesture: 15, exchanges: true, regrets: 1, cares: 1 },
  { ref: 'a-11', name: 'Yasmine Ferrat', woman: true, ...MISTRAL, gesture: 15, exchanges: true, regrets: 1, cares: 2 },
  { ref: 'a-12', name: 'Lucas Perrault', woman: false, ...MISTRAL, gesture: 20, exchanges: false, regrets: 1, cares: 1 },
];

/** How the answer begins that an agent gives as his or her nth, on a day. */
export function openingOf({ until, ...now }: SeriesAgent, nth: number, day: string): 'regret' | 'care' | null {
  const { regrets, cares } = until !== undefined && day < until.day ? until : now;
  const turn = nth % 7;
  if (turn < regrets) return 'regret';
  return turn < regrets + cares ? 'care' : null;
}
