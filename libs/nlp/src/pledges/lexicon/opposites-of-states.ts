/** More lines for the table of `opposites.ts`: states of goods, papers, places and prices. A word is in one line only. */
export const OPPOSITES_OF_STATES = `
free: gratis | onereux
allowed: envisageable faisable eligible admissible licite | infaisable ineligible inadmissible illicite proscrit irrealisable
needed: incontournable | dispensable
available: vacant | indispo
valid: vigueur utilisable | obsolete inutilisable
smoking: fumeur | non-fumeur
locked: verrouille | deverrouille
waterproof: etanche impermeable | permeable
genuine: authentique veritable | contrefait synthetique artificiel
paperless: dematerialise numerique electronique | papier
taxed: ttc | ht
net: net | brut
solvent: solvable | insolvable
reachable: accessible | inaccessible
sound: conforme intact indemne | defectueux endommage deteriore abime
positive: positif | negatif
seated: assis | debout
immediate: immediat instantane immediatement | differe
legal: legal | illegal
adult: majeur | mineur
lit: allume | eteint
unlimited: illimite | plafonne
whole: integral | partiel
furnished: meuble | vide
`;
