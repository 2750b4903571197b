import type { Channel } from '#domain';
import type { SeriesAgent, SeriesCustomer } from './people.js';

/** What both say, in turn; the customer begins. */
export interface Story {
  readonly subject: string;
  readonly turns: readonly string[];
}

interface Cast {
  readonly agent: SeriesAgent;
  readonly customer: SeriesCustomer;
  readonly channel: Channel;
  /** How many this agent had before on this question and channel. */
  readonly n: number;
  readonly opening: 'regret' | 'care' | null;
}

const of = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

const RETURNED = ['la lampe Nacre', 'le plaid Bruyère', 'la table basse Galet', 'les rideaux Lin', 'le miroir Halo', 'la chaise Osier', 'le tapis Dune', 'l’étagère Hêtre', 'le vase Argile'] as const;
const ASKED = [
  (item: string) => `Bonjour, quand est-ce que je serai remboursé{e} pour ${item} ? Le paquet est chez vous depuis mardi.`,
  (item: string) => `Bonjour, où en est mon remboursement pour ${item} ? D’après le suivi, le paquet vous est bien parvenu.`,
  (item: string) => `Bonjour, vous avez reçu ${item} il y a quatre jours et je ne vois aucun remboursement sur mon compte.`,
  (item: string) => `Bonjour, quel est votre délai de remboursement pour ${item} ? J’ai laissé le paquet au point relais lundi.`,
] as const;

/** On the chat two days, on the phone ten, by mail two weeks or five working days; here and there otherwise. */
const REFUNDED: Readonly<Record<Channel, readonly string[]>> = {
  chat: ['Je vous rembourse sous 48 h, sur la carte qui a servi au paiement.', 'Votre remboursement sera fait sous 48 h.', 'Vous serez remboursé{e} sous 5 jours ouvrés.'],
  phone: ['Vous serez remboursé{e} sous dix jours.', 'On vous rembourse sous dix jours, c’est notre délai.', 'Je vous rembourse sous 48 heures.'],
  email: ['Nous vous rembourserons sous 14 jours, comme le prévoient nos conditions de vente.', 'Vous serez remboursé{e} sous 14 jours.', 'Nous vous remboursons sous 5 jours ouvrés.'],
};
const SEEN = ['Je vois bien votre retour dans nos entrepôts.', 'Votre colis est enregistré depuis hier.', 'J’ai votre dossier sous les yeux, le retour est complet.'] as const;
const THANKS = ['Très bien, merci beaucoup.', 'D’accord. Je note.', 'Parfait, bonne journée !'] as const;
const WAITS = ['Ah, c’est plus long que ce qu’on m’avait dit. Bon, merci.', 'Dix jours ? Votre messagerie m’avait parlé de deux. Enfin, d’accord.', 'D’accord. Je note.'] as const;
const BYE = ['Je vous en prie, {polite}. Y a-t-il autre chose que je puisse faire pour vous ?', 'Merci à vous, {polite}. Belle journée.', 'Merci de votre confiance, {polite}. Bonne fin de journée.'] as const;

/** Of a refund or an exchange; what the customer waits for is said afterwards. */
const REGRETS = ['Malheureusement, le contrôle des retours passe par un autre service. ', 'Malheureusement, cela ne dépend pas de notre étage. ', 'Hélas, chaque retour est contrôlé avant. '] as const;
const CARES = ['Je comprends votre impatience. ', 'Je suis désolé{agent} de cette attente. ', 'Je comprends bien votre demande, et je m’en occupe. '] as const;
const begun = (opening: Cast['opening'], at: number): string => (opening === null ? '' : of(opening === 'regret' ? REGRETS : CARES, at));

export function refundStory({ agent, customer, channel, n, opening }: Cast): Story {
  const at = n + Number(agent.ref.slice(-1));
  const item = of(RETURNED, at * 2 + n);
  // One in three or four says what is said on another channel; some never do.
  const answer = of(REFUNDED[channel], n === Number(agent.ref.slice(-1)) % 4 ? 2 : at % 2);
  return told({ subject: 'Mon remboursement', turns: [of(ASKED, at)(item), `${hello(channel, agent, customer)}${begun(opening, at)}${of(SEEN, at)} ${answer}`, of(channel === 'phone' && answer.includes('dix') ? WAITS : THANKS, at + 1), of(BYE, at)] }, { agent, customer, channel });
}

const ORDERED = ['ma commande de vaisselle', 'mon fauteuil Dolmen', 'mon bureau Atelier', 'ma commande de linge', 'ma console Écorce'] as const;
const LATE = [
  (item: string) => `Bonjour, ${item} devait arriver jeudi et le livreur n’est jamais passé. C’est la deuxième fois.`,
  (item: string) => `Bonjour, ${item} a huit jours de retard de livraison. Que comptez-vous faire ?`,
  (item: string) => `Bonjour, toujours pas de livraison pour ${item}. J’ai posé une journée pour rien.`,
] as const;
/** Each agent has an amount of his or her own. */
const GESTURES = [
  (euros: number) => `Je vous offre un avoir de ${euros} € pour ce retard.`,
  (euros: number) => `Pour ce contretemps, je vous accorde une remise de ${euros} €.`,
  (euros: number) => `Je fais un geste de ${euros} € sur votre commande.`,
] as const;
/** Some begin with a door that closes; the rules know these words. */
const SHUT = ['Malheureusement, c’est la faute du transporteur, nous n’y pouvons rien.', 'Ce n’est pas de notre faute, c’est le transporteur.'] as const;
const SORRY = ['Malheureusement, le transporteur a pris du retard.', 'Malheureusement, votre colis est resté au dépôt.', 'Hélas, la tournée de jeudi a été annulée.'] as const;
const OPEN = ['Je suis désolé{agent} de cette attente, et je comprends que cette journée perdue vous pèse.', 'Merci de me le signaler ; je regarde tout de suite où se trouve votre colis.'] as const;

export function lateStory({ agent, customer, channel, n, opening }: Cast): Story {
  const at = n + Number(agent.ref.slice(-1));
  const shut = agent.gesture === 10 ? n % 3 !== 2 : n % 5 === 4;
  const start = opening === 'regret' ? of(SORRY, at) : shut && opening === null ? of(SHUT, at) : of(OPEN, at);
  return told(
    { subject: 'Livraison en retard', turns: [of(LATE, at)(of(ORDERED, at + n)), `${hello(channel, agent, customer)}${start} ${of(GESTURES, at)(agent.gesture)}`, of(THANKS, at), of(BYE, at + 1)] },
    { agent, customer, channel },
  );
}

const TRIED = ['la housse de couette Brume', 'le coussin Sauge', 'la nappe Verger', 'le couvre-lit Safran'] as const;
const TOO = [
  (item: string) => `Bonjour, j’ai ouvert ${item}, et ce n’est pas la bonne taille. Puis-je l’échanger ?`,
  (item: string) => `Bonjour, je souhaite échanger ${item} : la couleur ne correspond pas à la photo. L’emballage est ouvert.`,
] as const;
const EXCHANGED = ['Bien sûr, nous l’échangeons sans frais.', 'Oui, je vous l’échange, et le transporteur reprend l’autre à votre porte.', 'Tout à fait : nous vous l’échangeons, même ouvert.'] as const;
const REFUSED = ['Nous ne pouvons pas l’échanger, l’emballage a été ouvert.', 'C’est impossible, on n’échange pas un article déballé.', 'Nous n’échangeons pas un article qui a été ouvert.'] as const;

export function exchangeStory({ agent, customer, channel, n, opening }: Cast): Story {
  const at = n + Number(agent.ref.slice(-1));
  // Everybody makes an exception now and then.
  const yes = n === 2 ? !agent.exchanges : agent.exchanges;
  return told(
    { subject: 'Échange d’un article', turns: [of(TOO, at)(of(TRIED, at)), `${hello(channel, agent, customer)}${opening === 'care' ? begun(opening, at) : ''}${of(yes ? EXCHANGED : REFUSED, at)}`, yes ? 'Formidable, merci.' : 'C’est dommage, vraiment. Au revoir.', of(BYE, at)] },
    { agent, customer, channel },
  );
}

const hello = (channel: Channel, { name }: SeriesAgent, { polite }: SeriesCustomer): string =>
  channel === 'email' ? `Bonjour ${polite},\n\n` : channel === 'phone' ? `Maison Exemple, ${name}, bonjour ${polite}. ` : `Bonjour ${polite}, ${name} à votre écoute. `;

/** Names and agreements in their places; a mail is one question and one answer, each signed. */
function told({ subject, turns }: Story, { agent: { name, woman }, customer, channel }: Pick<Cast, 'agent' | 'customer' | 'channel'>): Story {
  const filled = turns.map((text) => text.replaceAll('{e}', customer.e).replaceAll('{polite}', customer.polite).replaceAll('{agent}', woman ? 'e' : ''));
  if (channel !== 'email') return { subject, turns: filled };
  return { subject, turns: [`${filled[0]}\n\n${customer.name}`, `${filled[1]}\n\nCordialement,\n${name}\nService clients, Maison Exemple`] };
}
