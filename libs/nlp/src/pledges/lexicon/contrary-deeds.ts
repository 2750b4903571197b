/** More lines for the table of `contrary-verbs.ts`: verbs of which one undoes or excludes the other, done to one thing. Folded. */
export const CONTRARY_DEEDS = `
garder conserver | perdre jeter detruire vendre
rester | partir quitter
remplacer echanger changer | reparer
allumer rallumer | eteindre
verrouiller | deverrouiller
brancher rebrancher raccorder connecter | debrancher deconnecter
installer poser monter | demonter enlever deposer
embarquer | debarquer
imposer exiger | dispenser exempter exonerer
prolonger renouveler reconduire | resilier cloturer arreter interrompre
gagner | perdre
avancer anticiper | reporter repousser retarder decaler differer
rallonger allonger | raccourcir ecourter
accelerer | ralentir
reprendre relancer redemarrer | suspendre arreter interrompre
offrir | facturer vendre
restituer rendre | garder conserver retenir encaisser
crediter | debiter
debloquer liberer | bloquer retenir
adherer souscrire | resilier
inscrire reinscrire | radier desinscrire
embaucher | licencier
remplir | vider
cumuler | exclure
annuler supprimer | reporter decaler repousser
`;
