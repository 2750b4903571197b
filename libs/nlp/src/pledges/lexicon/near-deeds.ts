/** Deeds that are told for one another of one matter, though they are not the same: money that is paid out, asked for; things that go to the customer; people who come; a start; a use. Folded. */
const TABLE = `
rembourser restituer reverser crediter recrediter verser virer toucher percevoir recevoir obtenir indemniser dedommager compenser offrir accorder ajouter rajouter deduire rendre prendre-charge octroyer consentir debloquer regler retrocceder redonner enlever retirer recuperer
facturer couter payer regler prelever debiter appliquer imputer compter acquitter rembourser
envoyer expedier adresser transmettre parvenir poster livrer acheminer recevoir arriver apporter remettre distribuer communiquer delivrer recuperer obtenir fournir deposer partir imprimer editer rendre restituer restaurer
venir passer intervenir deplacer presenter arriver revenir repasser depecher
poser deposer rendre restituer retourner renvoyer ramener rapporter reposter
augmenter relever monter baisser diminuer modifier changer
commencer demarrer debuter reprendre ouvrir lancer attaquer
finir terminer achever livrer preter
marcher fonctionner utiliser servir valoir accepter
garder conserver accueillir prendre maintenir
repondre revenir rappeler recontacter contacter joindre appeler ecrire informer prevenir
examiner etudier traiter passer
monter accompagner prendre emmener voyager
reparer depanner retablir revenir remettre
chercher recuperer enlever reprendre ramasser collecter retirer
`;

const GROUPS: ReadonlyMap<string, readonly number[]> = (() => {
  const groups = new Map<string, number[]>();
  TABLE.trim().split('\n').forEach((line, index) => {
    for (const deed of line.split(' ')) groups.set(deed, [...(groups.get(deed) ?? []), index]);
  });
  return groups;
})();

export const areNear = (one: string, other: string): boolean => GROUPS.get(one)?.some((group) => GROUPS.get(other)?.includes(group) === true) === true;

/** Granted or denied, they are one demand: « la recherche de fuite vous sera remboursée », « c'est pas couvert ». */
const DEMANDS: readonly (readonly string[])[] = ['couvrir garantir prendre-charge rembourser indemniser', 'echanger remplacer changer', 'geler suspendre', 'payer regler', 'monter livrer', 'reprendre renvoyer retourner', 'inscrire prendre accepter admettre retenir', 'garder conserver accueillir', 'preter fournir'].map((line) => line.split(' '));

export const areOneDemand = (one: string, other: string): boolean => DEMANDS.some((deeds) => deeds.includes(one) && deeds.includes(other));
