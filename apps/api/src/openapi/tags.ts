/** Chapters of the OpenAPI document, in reading order. */
export const TAGS = {
  interactions: 'Ce qui a été dit, tour par tour · What was said, turn by turn',
  customers: 'Ce qu’un client a vécu, tous canaux et conseillers confondus · What a customer lived through, over all channels and agents',
  pledges: 'Les paroles données et ce qu’elles sont devenues · Pledges and what became of them',
  contradictions: 'Deux choses dites au même client · Two things said to the same customer',
  facts: 'Ce que les systèmes de l’entreprise ont fait pour un client · What the company’s systems did for a customer',
  findings: 'Écarts et points forts, avec les mots exacts · Violations and merits, with the exact words',
  reviews: 'Ce qu’il y a à relire, les échantillons et qui a quoi · What there is to review, samples and who has what',
  calibrations: 'Plusieurs relecteurs sur les mêmes constats : entendent-ils la règle de même ? · Several reviewers on the same findings: do they understand the rule alike?',
  reports: 'Chiffres par agent, canal et règle, avec dénominateur et intervalle · Figures with denominator and interval',
  erasures: 'Effacer une personne et tout ce qui est gardé d’elle · Erase a person and all that is kept of her',
  directory: 'Agents, équipes et clients, et toutes leurs références · Agents, teams and customers, and all their refs',
  'dead-letters': 'Ce qui n’a pas pu être pris : voir, corriger et rejouer, écarter · What could not be taken in: show, fix and replay, discard',
  rulebooks: 'La promesse de la marque et ses règles · The brand’s promise and its rules',
  webhooks: 'Événements des constats envoyés à d’autres systèmes · Events of findings sent to other systems',
  accounts: 'Comptes, clés et connexion : qui peut quoi · Accounts, keys and sign-in: who may do what',
  organisation: 'L’organisation et ses réglages d’équité · The organisation and its fairness settings',
} as const;
