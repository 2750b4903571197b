import { CONTRARY_DEEDS } from './contrary-deeds.js';

/** Verbs of which one undoes or denies the other: `a b | c d`. Folded. */
const TABLE = `
annuler lever supprimer effacer resilier enlever retirer | maintenir conserver garder confirmer appliquer
accepter autoriser admettre accorder valider approuver | refuser rejeter decliner interdire exclure
ouvrir rouvrir | fermer
augmenter relever majorer | baisser diminuer reduire
inclure comprendre | exclure
activer reactiver | desactiver suspendre couper
bloquer suspendre geler | debloquer reactiver
retrouver | perdre egarer
recevoir | perdre
ajouter | retirer enlever
rembourser | facturer prelever
reussir aboutir passer | echouer rejeter
`;

const CONTRARY: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => void found.set(one, (found.get(one) ?? new Set<string>()).add(other));
  for (const line of [TABLE, CONTRARY_DEEDS].flatMap((table) => table.trim().split('\n'))) {
    const [left = [], right = []] = line.split(' | ').map((part) => part.split(' '));
    for (const one of left) for (const other of right) {
      add(one, other);
      add(other, one);
    }
  }
  return found;
})();

export const areContrary = (one: string, other: string): boolean => CONTRARY.get(one)?.has(other) === true;
