/**
 * Words that service people use for one another, from general knowledge of the trades; a line is a set, « a b > c d » says that a and b also stand for c, and for d, which are two things.
 * Folded, singular; a verb stands for its nouns (`roots.ts`). Here: what all trades have, money, papers, people, contact.
 */
export const SERVICES = `
rembourser restituer recrediter reverser retroceder rendre crediter virer
rembourser redonner
paiement payer regler acquitter reglement debourser
facturer compter prelever debiter imputer
verser virer toucher percevoir crediter recevoir
indemniser dedommager compenser indemnite dedommagement compensation
remise reduction rabais ristourne promotion promo
geste remise avoir bon coupon cheque-cadeau dedommagement compensation ristourne
avoir bon credit
prix tarif cout montant facturer couter valoir
frais cout
penalite majoration indemnite surcout supplement frais
supplement surcout majoration
mensualite echeance traite
echeancier echelonner etaler fractionner plan
caution depot
acompte arrhes avance
solde restant reliquat
franchise
prime bonus
cotisation prime mensualite
commission frais
offrir gratuit gratuite cadeau offert gracieusement
taxe impot
annuler resilier cloturer clore arreter rompre stopper supprimer
suspendre geler bloquer interrompre stopper
reporter decaler repousser deplacer differer ajourner
avancer anticiper
modifier changer rectifier corriger
prolonger reconduire renouveler proroger
resiliation fin depart
contrat abonnement formule forfait offre
engagement engager
preavis
garantie garantir couvrir couverture assurance assurer
couvrir prendre-charge
contester reclamer contestation reclamation litige
dossier demande
valider accepter accorder approuver confirmer agreer
refuser rejeter decliner
verifier controler examiner analyser inspecter expertiser
envoyer expedier adresser transmettre parvenir poster livrer acheminer
commander commande
pair paire
recuperer retirer chercher
revenir retour retablir
recommencer refaire
rappeler recontacter revenir repondre contacter joindre
livrer apporter deposer acheminer remettre
partir quitter expedier
arriver venir presenter
venir passer intervenir deplacer rendre presenter arriver
intervention passage visite rendez-vous deplacement venue
entretien revision maintenance
reparer depanner refaire remettre-etat retablir
remplacer changer echanger substituer
remplacer neuf nouveau
installer poser monter mettre-place brancher
demonter deposer enlever retirer
enlever recuperer reprendre ramasser debarrasser emporter chercher collecter
reprendre reprise retour retourner renvoyer
commencer demarrer debuter reprendre ouvrir lancer
finir terminer achever boucler
ouvrir ouverture rouvrir
fermer fermeture
appeler telephoner rappeler contacter joindre recontacter
repondre reponse retour decision avis verdict
ecrire mail courriel message email courrier
mail courriel email e-mail message
courrier lettre pli
prevenir avertir informer aviser notifier
attestation certificat justificatif document
justificatif piece document preuve
facture note
devis chiffrage estimation chiffrer estimer
recu quittance
releve
duplicata copie exemplaire double
formulaire imprime
carte badge
identite passeport
rib iban
billet ticket titre place entree invitation
place siege
reserver bloquer garder mettre-cote conserver
reservation reserver place
inscrire inscription place admettre
garder conserver maintenir
attendre patienter delai attente compter
technicien depanneur reparateur intervenant agent gars equipe
equipe > technicien demenageur livreur poseur ouvrier monteur agent
agent conseiller conseillere collegue
livreur chauffeur coursier transporteur
gestionnaire conseiller
personne quelqu'un
enfant > fils fille
mari epoux conjoint
femme epouse conjointe
proprietaire bailleur
locataire
client
direction siege hierarchie
atelier
magasin boutique
agence bureau guichet
accueil reception
quitter partir
choisir choix
utiliser servir utilisation valable utilisable
cumuler
essayer essai tester
nettoyer menage nettoyage
preter pret
vendre vente ceder
acheter achat
louer location
stocker stockage garder gardiennage garde
parking stationnement stationner garer
dejeuner repas
limiter plafonner plafond limite maximum
ajouter rajouter
deduire enlever retirer soustraire
ancien vieux
neuf nouveau
deplacement trajet
montant somme
temps duree
heure horaire
panne dysfonctionnement incident coupure
erreur faute
retard
degat dommage sinistre
casse bris briser casser
perdre perte egarer
voler vol derober
fuite
accident sinistre
erreur responsabilite
blocage bloquer debloquer
activer activation mettre-service
cle
code
espace compte
`;
