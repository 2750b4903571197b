/** Who writes to whom, and when the customer's mail came. */
export interface Setting {
  readonly customer: string;
  readonly customerAddress: string;
  readonly service: string;
  readonly serviceAddress: string;
  readonly subject: string;
  /** How an agent signs: names, function, numbers. */
  readonly signature: readonly string[];
  readonly disclaimer: string;
  readonly sent: Moment;
}

export interface Moment {
  readonly weekday: number;
  readonly day: number;
  /** From 0. */
  readonly month: number;
  readonly year: number;
  readonly hour: number;
  readonly minute: number;
}

const CUSTOMERS = [
  ['Anne Petit', 'anne.petit@courrier.example'], ['Marc Lambert', 'mlambert84@boite.example'], ['Thérèse Nguyen', 'therese.nguyen@courrier.example'],
  ['Karim Haddad', 'karim_h@boite.example'], ['Inès Faure-Delmas', 'ines.faure-delmas@tres-longue-adresse.courrier.example'], ["Yann L'Hostis", 'yann.lhostis@boite.example'],
  ['DUPRÉ Jean-Marie', 'jm.dupre@courrier.example'],
] as const;

const SIGNATURES: readonly (readonly string[])[] = [
  ['Léa Roussel', 'Service client', 'Tél. : 01 99 00 12 34', 'www.maison-roussel.example'],
  ['Hugo Martin', 'Conseiller clientèle – Maison Roussel', '12 quai des Tanneurs, 44000 Nantes'],
  ['Claire M.'],
  ['Nadia Belkacem | Chargée de relation client', '+33 1 99 00 45 12 | contact@maison-roussel.example'],
  ['Le service clients'],
  ['Paul-Émile Girard', 'Responsable SAV', 'MAISON ROUSSEL', 'Mobile : 06 99 00 11 22', 'Lundi au vendredi, 9h-18h'],
];

const DISCLAIMERS = [
  'Ce message et toutes les pièces jointes sont établis à l’intention exclusive de leurs destinataires et sont confidentiels. Si vous recevez ce message par erreur, merci de le détruire et d’en avertir immédiatement l’expéditeur.',
  'Les informations contenues dans ce courriel sont confidentielles. Toute diffusion non autorisée est interdite.\nPensez à l’environnement avant d’imprimer ce message.',
  'This message is confidential and intended for the addressee only. If you have received it in error, please delete it and notify the sender.',
  'Maison Roussel, SAS au capital de 100 000 €, RCS Nantes 000 000 000. L’intégrité de ce message n’étant pas assurée sur Internet, la société ne peut être tenue responsable de son contenu.',
];

const SUBJECTS = ['Mon colis', 'Re: Commande n° 4471', 'URGENT remboursement', 'Panne de la box', 'Facture 2026-0187'];

/** Another setting for each number, always the same for one. */
export function setting(n: number): Setting {
  const [customer, customerAddress] = CUSTOMERS[n % CUSTOMERS.length]!;
  return {
    customer, customerAddress,
    service: n % 2 === 0 ? 'Service client' : 'Maison Roussel - Relation client',
    serviceAddress: n % 2 === 0 ? 'service.client@maison-roussel.example' : 'relation@maison-roussel.example',
    subject: SUBJECTS[n % SUBJECTS.length]!,
    signature: SIGNATURES[n % SIGNATURES.length]!,
    disclaimer: DISCLAIMERS[n % DISCLAIMERS.length]!,
    sent: { weekday: n % 7, day: 1 + ((n * 5) % 28), month: n % 12, year: 2024 + (n % 3), hour: 7 + (n % 14), minute: (n * 7) % 60 },
  };
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const SHORT = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const ENGLISH_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** One moment as mail programs write it. */
export const written = {
  /** 10:12 */
  time: (m: Moment) => `${two(m.hour)}:${two(m.minute)}`,
  /** 02/03/2026 */
  figures: (m: Moment) => `${two(m.day)}/${two(m.month + 1)}/${m.year}`,
  /** 02/03/26 */
  short: (m: Moment) => `${two(m.day)}/${two(m.month + 1)}/${String(m.year).slice(2)}`,
  /** 2026-03-02 */
  iso: (m: Moment) => `${m.year}-${two(m.month + 1)}-${two(m.day)}`,
  /** lundi 2 mars 2026 */
  long: (m: Moment) => `${WEEKDAYS[m.weekday]} ${m.day} ${MONTHS[m.month]} ${m.year}`,
  /** 2 mars 2026 */
  plain: (m: Moment) => `${m.day} ${MONTHS[m.month]} ${m.year}`,
  /** lun. 2 mars 2026 */
  gmail: (m: Moment) => `${WEEKDAYS[m.weekday]!.slice(0, 3)}. ${m.day} ${SHORT[m.month]} ${m.year}`,
  /** 2 mars 2026 */
  apple: (m: Moment) => `${m.day} ${SHORT[m.month]} ${m.year}`,
  /** Mon, Mar 2, 2026 */
  english: (m: Moment) => `${ENGLISH_DAYS[m.weekday]}, ${ENGLISH[m.month]} ${m.day}, ${m.year}`,
  /** Mar 2, 2026 */
  englishShort: (m: Moment) => `${ENGLISH[m.month]} ${m.day}, ${m.year}`,
} as const;
