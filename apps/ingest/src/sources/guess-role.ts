import type { SpeakerRole } from '#domain';

type GuessedRole = Extract<SpeakerRole, 'agent' | 'customer' | 'bot' | 'system'>;

/**
 * Labels that contact-centre tools and transcribers give to voices, without accents; longest first within the
 * whole list matters: « service client » is not « client ». Own list, from exports of the formats read here.
 */
const LABELS: readonly (readonly [GuessedRole, readonly string[]])[] = [
  ['bot', ['bot', 'chatbot', 'callbot', 'voicebot', 'robot', 'ivr', 'svi', 'serveur vocal', 'assistant virtuel', 'assistante virtuelle', 'virtual agent', 'automated agent']],
  ['system', ['system', 'systeme']],
  [
    'agent',
    [
      'agent', 'agente', 'conseiller', 'conseillere', 'teleconseiller', 'teleconseillere', 'operateur', 'operatrice', 'operator',
      'service client', 'service clients', 'service clientele', 'relation client', 'charge de clientele', 'chargee de clientele',
      'advisor', 'adviser', 'representative', 'customer service', 'support',
    ],
  ],
  ['customer', ['client', 'cliente', 'customer', 'caller', 'appelant', 'appelante', 'usager', 'usagere', 'abonne', 'abonnee']],
];

/** Mail boxes that a company's staff writes from. */
const STAFF_MAILBOXES = [
  'service', 'services', 'serviceclient', 'serviceclients', 'serviceclientele', 'contact', 'contacts', 'sav', 'support', 'aide', 'help', 'helpdesk', 'assistance',
  'relationclient', 'relationclients', 'relationclientele', 'conseil', 'conseils', 'conseiller', 'conseillers', 'clientele', 'reclamation', 'reclamations',
  'commercial', 'hello', 'bonjour', 'customerservice', 'customercare', 'care', 'info', 'infos',
];

/** Mail boxes that machines write from. */
const MACHINE_MAILBOXES = ['noreply', 'donotreply', 'nepasrepondre', 'mailerdaemon', 'postmaster', 'notification', 'notifications'];

/** A role from a voice's label, or undefined: `Agent 1`, `Conseillère - Julie` and `[CLIENT]` are told, `SPEAKER_00` and `Julie` are not. */
export function guessRoleOfLabel(label: string): GuessedRole | undefined {
  const plain = `${fold(label).replace(/[^a-z]+/g, ' ').trim()} `;
  return firstLongest(plain);
}

function firstLongest(plain: string): GuessedRole | undefined {
  let best: { role: GuessedRole; length: number } | undefined;
  for (const [role, labels] of LABELS) {
    for (const label of labels) {
      if (plain.startsWith(`${label} `) && label.length > (best?.length ?? 0)) best = { role, length: label.length };
    }
  }
  return best?.role;
}

/** Whether an address is a box that staff writes from (`service.client@…`, `sav-paris@…`). */
export function isStaffMailbox(address: string): boolean {
  const local = fold(address.slice(0, address.lastIndexOf('@')));
  return STAFF_MAILBOXES.includes(local.replace(/[^a-z]+/g, '')) || STAFF_MAILBOXES.includes(local.split(/[^a-z]+/)[0] ?? '');
}

export const isMachineMailbox = (address: string): boolean =>
  MACHINE_MAILBOXES.includes(fold(address.slice(0, address.lastIndexOf('@'))).replace(/[^a-z]+/g, ''));

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
