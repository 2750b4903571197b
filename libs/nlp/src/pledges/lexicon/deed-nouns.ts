/** Verbs of what a customer may do, and the noun that the same deed goes by. Lemmas; nouns folded, singular. */
const TABLE =
  'retourner:retour renvoyer:retour rendre:retour rapporter:retour échanger:echange changer:echange rembourser:remboursement annuler:annulation résilier:resiliation partir:resiliation quitter:resiliation rétracter:retractation ' +
  'reporter:report décaler:report repousser:report avancer:report déplacer:report modifier:modification transférer:transfert céder:transfert suspendre:suspension réclamer:reclamation contester:contestation payer:paiement régler:paiement ' +
  'réparer:reparation prolonger:prolongation renouveler:renouvellement cumuler:cumul utiliser:utilisation conserver:conservation garder:conservation essayer:essai réserver:reservation souscrire:souscription bénéficier:benefice récupérer:retrait retirer:retrait';

const toPair = (pair: string): readonly [string, string] => {
  const [word = '', noun = ''] = pair.split(':');
  return [word, noun];
};

/** Verb → the noun of its deed. */
export const DEEDS: ReadonlyMap<string, string> = new Map(TABLE.split(' ').map(toPair));

/** Adjectives of what may be done. */
export const ABLE: ReadonlyMap<string, string> = new Map(
  'echangeable:echange remboursable:remboursement modifiable:modification annulable:annulation transferable:transfert reparable:reparation cumulable:cumul resiliable:resiliation irreparable:reparation reportable:report'.split(' ').map(toPair),
);
