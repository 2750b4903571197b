/** As `services.ts`: telecoms, bank, insurance, health; transport, travel and hotels; leisure, school and town halls. */
export const CONTRACTS_AND_OUTINGS = `
box modem routeur
fibre internet connexion wifi debit
ligne reseau
sim puce
numero portabilite
decodeur
giga go data donnee
roaming itinerance etranger
option service
bouquet chaine
abonnement forfait formule offre contrat
compte
livret epargne
pret credit emprunt financement
taux interet
virement virer transfert transferer
prelevement prelever
retrait retirer distributeur
cheque chequier
decouvert
plafond limite
opposition bloquer
agios interet
fonds argent somme
assurance mutuelle contrat police
mutuelle complementaire
franchise
sinistre degat dommage
vol cambriolage
bris vitre
expert expertise expertiser
carence
soin consultation acte
dentaire dent dentiste
optique lunette
ostheo osteopathe osteopathie
kine kinesitherapeute
medecin docteur praticien
hopital clinique hospitalisation
ambulance taxi
analyse prelevement prise-sang
laboratoire labo
ordonnance prescription
medicament traitement
radio irm scanner
appareil-auditif audioprothese
chambre hotel sejour
hotel hebergement nuit chambre
chambre lit
petit-dejeuner
nuit nuitee
arrivee check-in
depart check-out
menage nettoyage
sejour voyage vacance circuit
vol avion
train rame
bus car autocar navette
navette transfert
taxi chauffeur
bagage valise sac
cabine soute
siege place
billet titre ticket e-billet
abonnement pass carte
gare station arret
quai voie
aeroport terminal
correspondance
passager voyageur
ferry bateau traversee
croisiere
location louer
caution depot
guide
excursion visite sortie
spectacle concert representation
seance film
match rencontre
place billet entree
stade salle
cours lecon
stage formation session
atelier cours
professeur prof moniteur enseignant
inscription dossier
cantine restauration repas
creche garderie
periscolaire garderie
ecole etablissement
internat
bourse
diplome certificat
rentree
passeport titre
carte-identite cni
acte naissance
permis autorisation
stationnement parking
mairie commune municipalite
bibliotheque mediatheque
piscine
amende contravention pv proces-verbal
subvention aide
logement-social hlm
poubelle collecte
concession
salle
licence adhesion cotisation
adhesion abonnement inscription
club association
seance cours
coach entraineur
fauteuil place
poussette
animal > chien chat
autocar bus
classe premiere
nuit nuitee
velo
accompagnateur accompagner
enfant mineur
etudiant
senior retraite
famille
handicape handicap pmr
internet ligne
application appli
site internet
`;
