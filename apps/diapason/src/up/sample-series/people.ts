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

/** The agents of the samples (samples/directory.json) with what they are used to say: nobody is the bad pupil in everything. */
export const AGENTS = [
  { ref: 'a-01', name: 'Camille Roussel', team: { ref: 't-1', name: 'Équipe Lavande' }, gesture: 20, exchanges: true },
  { ref: 'a-02', name: 'Nadia Belkacem', team: { ref: 't-1', name: 'Équipe Lavande' }, gesture: 20, exchanges: true },
  { ref: 'a-03', name: 'Thomas Guérin', team: { ref: 't-1', name: 'Équipe Lavande' }, gesture: 10, exchanges: false },
  { ref: 'a-04', name: 'Élodie Marchand', team: { ref: 't-1', name: 'Équipe Lavande' }, gesture: 15, exchanges: true },
  { ref: 'a-05', name: 'Julien Fabre', team: { ref: 't-2', name: 'Équipe Mistral' }, gesture: 10, exchanges: false },
  { ref: 'a-06', name: 'Aïcha Traoré', team: { ref: 't-2', name: 'Équipe Mistral' }, gesture: 20, exchanges: true },
  { ref: 'a-07', name: 'Mathieu Lemoine', team: { ref: 't-2', name: 'Équipe Mistral' }, gesture: 10, exchanges: false },
  { ref: 'a-08', name: 'Sophie Nguyen', team: { ref: 't-2', name: 'Équipe Mistral' }, gesture: 15, exchanges: true },
] as const;
export type SeriesAgent = (typeof AGENTS)[number];
