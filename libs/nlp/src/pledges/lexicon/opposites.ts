import { OPPOSITES_OF_STATES } from './opposites-of-states.js';

/** Words that tell one point of a thing in opposite ways: `point: yes | no`. Folded, masculine singular. */
const TABLE = `
free: gratuit offert inclus compris gracieux gracieusement gratuitement | payant facture
open: ouvert | ferme
allowed: autorise permis accepte admis possible tolere recevable favorable | interdit refuse impossible exclu prohibe defendu irrecevable defavorable inenvisageable rejete
needed: obligatoire necessaire indispensable impose exige requis imperatif impose | facultatif inutile optionnel superflu dispense
available: disponible dispo libre | indisponible epuise rupture
valid: valable valide actif | expire perime caduc inactif
covered: couvert garanti | exclu
fixed: fixe | variable revisable
fresh: neuf | occasion reconditionne
sole: individuel privatif | collectif partage commun mutualise
automatic: automatique automatiquement tacite | manuel manuellement
direct: direct | correspondance escale
working: fonctionnel operationnel | panne hs
whole: totalite integralite integralement totalement entierement | partiellement moitie
heated: chauffe | froid
nominal: nominatif personnel | cessible transmissible
final: definitif irrevocable | provisoire temporaire
compatible: compatible | incompatible
`;

export interface Opposite {
  readonly point: string;
  readonly isYes: boolean;
}

export const OPPOSITES: ReadonlyMap<string, Opposite> = new Map<string, Opposite>(
  [TABLE, OPPOSITES_OF_STATES].flatMap((table) => table.trim().split('\n')).flatMap((line) => {
    const [point = '', words = ''] = line.split(': ');
    const [yes = '', no = ''] = words.split(' | ');
    return [...yes.split(' ').map((word) => [word, { point, isYes: true }] as const), ...no.split(' ').map((word) => [word, { point, isYes: false }] as const)];
  }),
);
