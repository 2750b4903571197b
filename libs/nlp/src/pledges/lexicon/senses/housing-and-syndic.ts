/** As `services.ts`: flats to let, landlords, condominiums, residences. */
export const HOUSING_AND_SYNDIC = `
logement appartement appart
logement bien
logement habitation
maison pavillon villa
chambre studio
sejour salon
salon piece
kitchenette cuisine
salle-bain bain
douche bain
sanitaire toilette douche
toilette wc sanitaire
parking emplacement place
stationnement place
terrasse exterieur
hall entree
palier etage
escalier marche
ascenseur elevateur
residence copropriete
copropriete immeuble
batiment bloc
concierge gardien gardienne
gardien loge
syndic gestionnaire
gestionnaire regie agence
bailleur office
proprietaire coproprietaire
locataire occupant
locataire preneur
colocataire colocation
sous-location sous-louer
bail engagement
loyer quittance
provision avance
caution depot-garantie
depot-garantie garantie
etat-lieu constat
entree arrivee
sortie demenagement
preavis delai
conge preavis
expulsion expulser
candidat demandeur
revenu salaire ressource
honoraire commission frais
mandat contrat
compromis promesse
acquereur acheteur
vendeur proprietaire
acte signature
surface superficie
metre surface
renover refaire
renovation travail
rafraichir repeindre
ravaler ravalement
gouttiere cheneau
humidite moisissure
moisissure champignon
cafard blatte
punaise nuisible
desinsectisation traitement
deratisation traitement
bruit nuisance tapage
interphone digicode
badge vigik
digicode code
cle clef trousseau
clef double
assemblee reunion
assemblee ag
vote resolution
proces-verbal compte-rendu
repartition quote-part
tantieme quote-part
appel provision
regularisation decompte
apl aide
allocation aide
reevaluation revision augmentation
indexation revision
indexer reviser augmenter
`;
