import { Phrases } from '../clauses/phrases.js';

/** They take the firmness from what they stand with. */
export const HEDGES = new Phrases(`
normalement|en principe|a priori|apriori|sans doute|peut-etre|peut etre|probablement|vraisemblablement|logiquement|theoriquement|en theorie|sauf imprevu|sauf contretemps|sauf surprise|sauf erreur
sauf retard|sauf probleme|si tout va bien|si tout se passe bien|si possible|dans la mesure du possible|autant que possible|au mieux|je pense|je crois|je suppose|j' imagine|a mon avis|selon moi|on espere|j' espere|nous esperons
eventuellement|il se peut|il est possible|c' est possible|possible que|idealement|normalmt|devrait|devraient|devrais|devrions|sous toutes reserves|a confirmer|reste a confirmer|je ne garantis|sans garantie|sans certitude|pas sur|pas sure|pas certain
pas certaine|mon possible|notre possible|le possible|son possible|tout mon possible|le max|tout en oeuvre|de mon mieux|de notre mieux|notre maximum|mon maximum|le maximum|en esperant|je vais voir|on va voir|on verra|nous verrons|ca depend|selon les stocks|tres certainement
certainement|si je peux|si on peut|si nous pouvons|si le stock le permet|il y a des chances|il y a de fortes chances|dans l' ideal|a titre indicatif|susceptible|susceptibles|sous toute reserve|il semble|il semblerait|apparemment|j' ai bon espoir|bon espoir
d' apres le suivi|d' apres la reponse|selon le suivi|d' apres le transporteur|selon le transporteur|je m' avance pas|ne m' avance pas|j' attends que|j' attends confirmation|j' attends la confirmation|sous toute reserve
`);

/** They make a rule of it, not an undertaking. */
export const GENERAL = new Phrases(`
en general|generalement|en moyenne|d' habitude|habituellement|d' ordinaire|en regle generale|en temps normal|conformement a nos conditions|conformement a nos cgv|conformement a notre politique|conformement aux|conformement a l' article|conformement au contrat|selon nos conditions|d' apres nos conditions|chez nous|a chaque fois|systematiquement|nos clients|les clients|tout client|toute commande|dans la plupart des cas
le plus souvent|la plupart du temps|au quotidien|par defaut|nos delais|le delai moyen|le delai est|le delai habituel|en cas general|d' une maniere generale|pour tout le monde|a tout le monde|comme pour tous
`);

/** Said to another occasion: what was promised before, or is being done now. */
export const AS_PROMISED = new Phrases("comme promis|comme convenu|comme prevu|au sujet de|au sujet du|a propos de|concernant|suite a|a la suite de|faisant suite|pour faire suite|car|parce que|parce qu'|c' est au sujet|pour vous");

/** After a verb they make it part of the talk itself. */
export const HANDLED = new Phrases("en relation|en attente|en ligne avec|d' heure|d' une heure|ma parole|raison|mes excuses|nos excuses|mon accord|note|acte|bonne note|en contact avec|patience|de patienter|la main|le plaisir|l' honneur|connaissance|a echeance|a expiration|a terme|a son terme");

/** Introduces words that are somebody else's. */
export const QUESTION_OPENERS = new Phrases("est-ce que|est-ce qu'|est -ce que|est -ce qu'|est ce que|est ce qu'|qu' est|pourquoi|comment|combien|quel jour|a quel|a quelle|quelle heure|sur quelle|sur quel|quand est|c' est quoi|ca vous derange|ca vous dit|ca vous va|vous voulez|voulez|souhaitez|preferez|vous preferez|vous souhaitez|desirez|tu veux|tu preferes");

/** Short questions after a statement, which do not make it one. */
export const TAGS = new Phrases("ca vous va|ca te va|cela vous va|ca vous convient|cela vous convient|vous convient|d' accord|ok|ca marche|ca irait|ca vous irait|c' est bon|c' est bon pour vous|autre chose|entendu|ca roule|on fait comme ca|hein|n' est-ce pas|non|oui|ca vous arrange|vous etes disponible|vous serez la|vous serez chez vous|bon pour vous|ca ira");

/** An admitted case, not a real one. */
export const HYPOTHETICAL = new Phrases("admettons|imaginons|imaginez|supposons|supposez|mettons que|au pire|dans le pire des cas|meme si|a supposer");

/** « ne vous seront pas réclamés, à titre exceptionnel »: waived as a gift. */
export const AS_A_FAVOUR = new Phrases('a titre exceptionnel|a titre commercial|a titre gracieux|en geste commercial|a titre de geste|par geste commercial|exceptionnellement|pour la gene|en compensation|en dedommagement');

/** To be spared them is something to be held to. */
export const COSTS = new Phrases('frais|mensualite|mensualites|cotisation|cotisations|debit|prelevement|prelevements|penalite|penalites|relance|relances|supplement|surcout|coupure|interruption|majoration|facture|facturation|retenue|echeance');

/** « nous ne sommes pas en mesure de reporter »: what follows is refused. */
export const UNABLE = new Phrases(
  ["en mesure de", "en mesure d'", 'autorise a', 'autorisee a', 'autorises a', 'habilite a', 'habilitee a', 'habilites a', 'en capacite de'].flatMap((words) => [words, `pas ${words}`]).join('|'),
);

/** « impossible de vous renvoyer un colis », « il n'est pas possible de vous rembourser »: what follows is refused. */
export const IMPOSSIBLE = new Phrases(
  ['impossible', 'pas possible', 'pas envisageable', 'pas question', 'hors de question', 'pas moyen', 'impossibilite', 'pas prevu', 'aucun moyen', 'ni possible', 'exclu'].flatMap((words) => [`${words} de`, `${words} d'`]).join('|'),
);

/** « c'est bon pour l'échange », « ok pour le report ». */
export const AGREED: ReadonlySet<string> = new Set(['ok', 'bon', 'accorde', 'accepte', 'valide', 'entendu']);
