import { Phrases } from '../clauses/phrases.js';

export interface ClaimRow {
  readonly question: string;
  /** What the words say, and what they say when they are denied; null: nothing. */
  readonly answer: string;
  readonly denied: string | null;
  readonly words: Phrases;
  /** The words count only beside this. */
  readonly only: Only | null;
  /** Nouns of the question itself, which are no topic. */
  readonly isOwnTopic: ReadonlySet<string>;
}

/** `duration`: with a length of time · `amount`: a sum that is no pledge · `refund`: money paid out · `past`: said to have happened · `thing`: not said of the customer · `cause`: what something comes from · `payment`: of a payment · `ours`: said of the company or a thing · `working`: by a verb or adjective that says so · `to come`: not told of the past. */
type Only = 'duration' | 'amount' | 'refund' | 'past' | 'thing' | 'cause' | 'payment' | 'ours' | 'working' | 'to come';

/** Facts of a case that two agents may tell otherwise. `words`: folded. */
const TABLE: readonly (readonly [question: string, answer: string, denied: string | null, words: string, only?: Only])[] = [
  ['cost', 'charged', 'charged', 'en option|est optionnel|est optionnelle|option payante|hors forfait|hors abonnement|non inclus|non incluse|non compris|non comprise|en option payante'],
  ['cost', 'free', 'charged', "gratuit|gratuite|gratuits|gratuites|offert|offerte|offerts|offertes|compris|comprise|inclus|incluse|incluses|comprend|comprennent|inclut|a notre charge|pour nous|a nos frais"],
  ['cost', 'free', 'free', "pas de majoration|aucune majoration|sans majoration|pas de supplement|pas de surcout|pas de commission|aucune commission|sans commission|pas de penalite|aucune penalite|sans penalite|paient pas|paie pas|payez pas|ne paye pas|sans frais|aucun frais|aucuns frais|pas de frais|zero frais|sans supplement|aucun supplement|sans surcout|aucun surcout|rien a payer|rien a regler|rien a debourser|rien a avancer|ne coute rien|coute rien|ne paierez rien|ne payez rien"],
  ['cost', 'free', 'charged', "dans le prix|dans le forfait|dans votre forfait|dans votre abonnement|dans l' offre|dans votre offre|dans votre commande|dans la formule"],
  ['cost', 'charged', 'free', "majoration s' applique|supplement s' applique|commission s' applique|frais s' appliquent|majoration de|une majoration|a la charge du locataire|y a des frais|il y aura des frais|des frais s' appliquent|des frais s' appliqueront|frais a prevoir|avec des frais|moyennant des frais|en supplement|en sus|restent dus|est due|sont dus"],
  ['cost', 'charged', 'free', 'facturee|facturees|est facture|sera facture|sont factures|seront factures|payant|payante|payants|payantes|a votre charge|coute|coutera|a vos frais|a la charge du client|a votre frais|restent a votre charge'],
  ['cost', 'charged', null, "c' est|est a|sont a|est de|sont de|revient a|passe a|passera a|passe de|s' eleveront a|s' elevera a|sera de|seront de|coutera|couteront|reste a|restent a|ca fait|montant de|s' eleve a|s' elevent a", 'amount'],
  ['cost', 'charged', null, 'en plus|en supplement|en sus|de frais|des frais|entrainera|supplementaires', 'amount'],
  ['need', 'not-needed', 'not-needed', "vous faut pas|pas besoin|faut pas|faudra pas|faut aucun|faut aucune|faut plus|n' avez pas besoin"],
  ['need', 'needed', 'not-needed', "besoin|indispensable|obligatoire|obligatoires|necessaire|necessaires|exige|exigee|requis|requise|faut la|faut le|faut un|faut une|faut l'|faut les|faut votre|faut des|faut deux|faut trois|faut absolument|faut fournir|faut presenter|faut joindre|faut nous envoyer|faut nous fournir|faudra la|faudra le|faudra un|faudra une|faudra l'|a respecter|a fournir|vous devez fournir|est demande|est demandee|imperatif|vous faut|te faut|lui faut|leur faut|sera demande|sera demandee|sera exige|sera exigee|obligatoirement"],
  ['need', 'not-needed', null, "dispense|dispensee|dispenses|inutile|facultatif|facultative|pas la peine|exempte|exemptee|sans piece|sans justificatif|sans rendez-vous|sans preavis|sans condition"],
  ['warranty', 'covered', 'not-covered', "sous garantie|court jusqu'|garantie court|garantie prend|garantie elle prend|garanti|garantie jusqu'|couvert|couverte|couvre|encore garanti|garantie vaut|garantie marche|couverts|couvertes|garantis|garanties|garantie de|garantie est de|garantie dure|ans de garantie|an de garantie|mois de garantie|pris en charge par|prise en charge par|garantie s' applique|est garantie|sont garanties|elle est garantie|releve de votre contrat|releve de la garantie|relevent de|fait partie des garanties|entre dans les garanties|entre dans la garantie"],
  ['warranty', 'not-covered', null, "hors garantie|exclu|exclue|exclus de la garantie|garantie expiree|garantie est expiree|garantie est terminee|garantie est finie"],
  ['access', 'open', 'closed', 'accessible|accessibles|ouvert a|ouverte a|ouvert aux|ouverte aux|ouverts aux|donne acces|avez acces|aurez acces|incluse dans votre|inclus dans votre|pour tous|ouverte a tous'],
  ['access', 'closed', 'open', "reserve|reservee|reserves|reservees|interdit|interdite|seulement pour|uniquement pour|que pour les"],
  ['hours', 'closed', 'closed', 'pas ouvert|pas ouverte|pas ouverts|pas ouvertes', 'thing'],
  ['hours', 'closed', 'open', 'est ferme|est fermee|sont fermes|sont fermees|sera ferme|sera fermee|ferme le|fermee le|ferme a|reste ferme|restera ferme', 'thing'],
  ['hours', 'open', 'closed', 'est ouvert|est ouverte|sont ouverts|sont ouvertes|sera ouvert|sera ouverte|ouvert le|ouverte le|ouvre le|ouvre a|reste ouvert|restera ouvert', 'thing'],
  ['commitment', 'none', 'none', 'sans engagement|aucun engagement|pas d\' engagement|plus d\' engagement|plus engage|plus engagee|pas engage|pas engagee|quand vous voulez|quand tu veux'],
  ['commitment', 'none', null, 'libre de partir|a tout moment|resiliable|vous pouvez partir'],
  ['commitment', 'bound', 'none', 'engage|engagee|duree d\' engagement|engagement de|engages|engagement est|engagement dure|engagement court|engagement minimum|d\' engagement|mois d\' engagement|an d\' engagement|ans d\' engagement'],
  ['means', 'card', null, 'carte bancaire|sur votre carte|sur la carte|sur votre cb|sur la cb|par carte', 'refund'],
  ['means', 'voucher', null, "forme d' avoir|en avoir|bon d' achat|en bons|par un avoir|en carte cadeau", 'refund'],
  ['means', 'transfer', null, 'par virement|en virement|sur votre compte bancaire', 'refund'],
  ['means', 'cheque', null, 'par cheque|un cheque', 'refund'],
  ['who', 'company', null, 'nous qui venons|on vient chercher|venons chercher|vient chercher|viendra chercher|passe chercher|passera chercher|passera prendre|passera recuperer|viendra recuperer|vient recuperer|passe recuperer|viendrons chercher|passons prendre|passe le prendre|vient le chercher|viendra chercher|on vient le recuperer|nous qui nous en chargeons|on s\' en occupe|notre technicien|notre equipe|nos equipes|notre livreur|nos techniciens|on s\' en charge|par nos soins|nous nous en chargeons|nous nous en occupons', 'to come'],
  ['who', 'customer', null, "il vous appartient|vous appartient|vous revient|a vous de|a toi de|vous devez deposer|vous devez le deposer|devez deposer|devez renvoyer|devez ramener|devez rapporter|devez retourner|faut renvoyer|faut ramener|faut rapporter|faut retourner|faut le renvoyer|faut le rapporter|a deposer|a renvoyer|a retourner|faut deposer|faut le deposer|vous devez le ramener|faut le ramener|par vos soins|a la charge du client|vous-meme|vous - meme", 'to come'],
  ['stage', 'sent', 'not-sent', 'expedie|expediee|expedies|parti|partie|partis|quitte|envoye|envoyee|remis au transporteur|livree|ete remis|ete remise|ete livre|ete livree|ete depose|ete deposee|transmis|transmise|transmises', 'past'],
  ['stage', 'not-sent', 'not-sent', "toujours chez nous|encore chez nous|toujours a l' entrepot|encore a l' entrepot|toujours au depot|encore au depot|toujours dans nos locaux|toujours en preparation|en cours de preparation|en attente d' expedition|pas encore parti|pas encore partie|pas encore expedie|pas encore expediee|pas encore quitte|pas ete preparee|pas ete prepare|pas encore prepare|pas encore preparee|attente de preparation", 'thing'],
  ['delivery', 'on-the-way', 'on-the-way', "remis au transporteur|remise au transporteur|remis au livreur|remis a la poste|depose a la poste|confie au transporteur|confie a la poste|en cours d' acheminement|en transit|en cours de livraison|pas encore livre|pas encore livree|toujours en cours|en route vers vous", 'thing'],
  ['delivery', 'delivered', 'on-the-way', 'ete livre|ete livree|ete remis|ete remise|ete depose|ete deposee|bien livre|bien livree|est livre|est livree', 'past'],
  ['entitled', 'yes', 'no', 'avez droit|as droit|avez le droit|aurez droit|est eligible|etes eligible|sont eligibles|es eligible|ouvre droit|ouvrez droit|donne droit|avez bien droit|etes bien eligible|est bien eligible|pouvez pretendre|raccordable|raccordables'],
  ['entitled', 'no', 'no', 'pas droit|pas le droit|pas eligible|pas eligibles|plus droit|aucun droit|ineligible|non eligible|pas encore eligible|pas raccordable'],
  ['accepted', 'no', 'yes', 'refuse|refusee|refuses|refusees|rejete|rejetee|rejetes|rejetees|decline|declinee|defavorable', 'thing'],
  ['accepted', 'yes', 'no', 'est confirme|est confirmee|sont confirmes|sont confirmees|admis|admise|admises|toleres|autorises|autorisees|autorise|autorisee|accepter|acceptons|accepterons|reprendre|reprenons|reprend|reprennent|acceptent|repris|reprise|accepte|acceptee|acceptes|acceptees|accorde|accordee|accordes|accordees|approuve|approuvee|retenu|retenue|favorable', 'thing'],
  ['payment', 'failed', 'failed', "ete rejete|ete refuse|est rejete|est refuse|pas passe|n' est pas passe|a echoue|est impaye|n' a pas abouti|pas abouti|pas ete encaisse|pas ete debite|pas recu", 'payment'],
  ['payment', 'passed', 'failed', 'bien passe|ete encaisse|bien encaisse|bien recu|ete debite|ete enregistre|est enregistre|est valide|ete valide|ete accepte|est accepte|est passe', 'payment'],
  ['file', 'incomplete', null, 'incomplet|incomplete|il manque|manque encore|manquent|nous manque|vous manque', 'thing'],
  ['file', 'complete', 'incomplete', 'est complet|est complete|bien complet|au complet|est entierement complet|ne manque rien|rien ne manque|on a tout|avons tout|on a deja tout|tout est la|rien a fournir|rien a envoyer', 'thing'],
  ['receipt', 'not-received', 'not-received', "recu aucun|recu aucune|pas recu|pas encore recu|rien recu|toujours pas recu|jamais recu|n' est pas arrive|pas arrive|pas parvenu|pas parvenue|aucune trace|introuvable|toujours pas arrive|jamais arrive|n' avons rien", 'ours'],
  ['receipt', 'received', 'not-received', "avons bien recu|avons recu|ai bien recu|ai recu|a bien recu|bien arrive|bien arrivee|bien revenu|bien revenue|nous est parvenu|nous est bien parvenu|nous est parvenue|bien receptionne|bien receptionnee", 'ours'],
  ['fit', 'incompatible', 'incompatible', 'incompatible|incompatibles|pas compatible|pas compatibles'],
  ['fit', 'compatible', 'incompatible', 'compatible|compatibles'],
  ['standing', 'gone', 'gone', 'plus actif|plus active|plus en vigueur|plus valide', 'thing'],
  ['standing', 'kept', 'gone', 'toujours actif|toujours active|encore actif|encore active|est actif|est active|toujours en cours|toujours en vigueur', 'thing'],
  ['standing', 'kept', null, 'est maintenu|est maintenue|sont maintenus|sont maintenues|maintenons|on maintient|reste due|restent dues|restent dus|demeure|reste a regler|reste exigible|reste a votre charge|restent a votre charge', 'thing'],
  ['standing', 'gone', 'kept', 'est resilie|est resiliee|ete resilie|ete resiliee|est annule|est annulee|sont annules|sont annulees|ete annule|ete annulee|ete annules|ete annulees|est supprime|est supprimee|ete supprime|ete supprimee|est leve|est levee|est effacee|ete effacee', 'thing'],
  ['usable', 'yes', 'no', 'utilisable|utilisables|fonctionne|fonctionnent|marche|marchent|valable|valables', 'working'],
  ['time-limit', 'within', null, 'delai de|delai d\'|delai est|delai pour|vous avez|vous disposez|tu as|tu disposes|vous aviez|delai', 'duration'],
  ['cause', 'carrier', null, 'transporteur|livreur|chauffeur|la poste|coursier|prestataire de transport|prestataire de livraison', 'cause'],
  ['cause', 'supplier', null, 'fournisseur|fabricant|usine|constructeur', 'cause'],
  ['cause', 'network', null, 'reseau|incident general|central|antenne', 'cause'],
  ['cause', 'weather', null, 'meteo|neige|intemperies|tempete|verglas', 'cause'],
  ['cause', 'bank', null, 'banque|bancaire', 'cause'],
  ['cause', 'customer', null, 'votre box|votre installation|votre appareil|votre materiel|mauvaise utilisation|mauvais usage|votre logement|votre telephone|votre part|votre erreur|votre saisie|votre cote|votre modem', 'cause'],
  ['cause', 'company', null, 'notre part|notre erreur|notre fait|notre faute|faute de notre|retard chez nous|chez nous|notre entrepot|notre systeme|nos services|notre service|notre logiciel', 'cause'],
  ['possible', 'no', null, 'exclu|exclue|exclus|exclues|impossible|non remboursable|non remboursables|non echangeable|non echangeables|non modifiable|non modifiables|non annulable|non transferable|irreparable'],
  ['possible', 'yes', 'no', 'pouvez annuler|pouvez resilier|pouvez rendre|pouvez retourner|pouvez echanger|pouvez modifier|pouvez changer|pouvez reporter|pouvez transferer|echangeable|echangeables|remboursable|remboursables|modifiable|modifiables|annulable|annulables|transferable|reparable|possible|cumulable|cumulables|reprise possible'],
  ['possible', 'no', 'no', 'hors de question|pas question|pas possible|pas envisageable|inenvisageable|inconcevable'],
  ['stock', 'out-of-stock', 'out-of-stock', 'en a plus|en avons plus|en reste plus|en aura plus|en aurons plus|plus fabrique|plus fabriquee|plus disponible|plus disponibles|plus en stock|plus commercialise|plus commercialisee', 'thing'],
  ['stock', 'in-stock', 'out-of-stock', 'en stock|disponible|disponibles|dispo|est en magasin|sont en magasin|avons en magasin|reste en magasin', 'thing'],
  ['stock', 'out-of-stock', 'in-stock', 'en rupture|rupture de stock|epuise|epuisee|indisponible|indisponibles', 'thing'],
];

/** Named by a question, and what it is asked of: « sans pénalité ». */
const CHARGES = new Set(['penalite', 'majoration', 'supplement', 'commission', 'surcout', 'retard']);

export const CLAIM_TABLE: readonly ClaimRow[] = TABLE.map(([question, answer, denied, words, only]) => ({
  question, answer, denied, only: only ?? null, words: new Phrases(words), isOwnTopic: new Set(words.split(/[| ]/).filter((word) => !CHARGES.has(word))),
}));

/** All of them at once: a first look. */
export const CLAIM_WORDS = new Phrases(TABLE.map(([, , , words]) => words).join('|'));
