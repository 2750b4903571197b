/** As `services.ts`: shops, parcels and furniture; housing, energy and water; repairs and small trades; cars. */
export const HOME_AND_GOODS = `
colis paquet envoi commande livraison
commande article achat
article produit modele
livraison livreur transporteur
entrepot depot plateforme stock
relais point-relais consigne
stock disponible rupture
taille pointure
vetement > manteau veste robe jupe pull pantalon chemise blouson costume anorak doudoune
chaussure basket botte sandale
bague bijou alliance
montre
lunette monture
materiel equipement > box decodeur modem routeur badge telecommande compteur
meuble > canape table buffet armoire commode bibliotheque lit bureau etagere chaise fauteuil console
canape sofa divan
lit sommier literie
matelas
couette oreiller
tapis moquette
rideau store voilage
montage monter assembler assemblage
appareil machine > lave-linge lave-vaisselle four plaque frigo refrigerateur congelateur hotte seche-linge aspirateur cafetiere robot imprimante chaudiere climatiseur televiseur tablette telephone ordinateur console box
lave-linge machine-laver
refrigerateur frigo
televiseur television tele ecran
ordinateur pc portable
telephone mobile smartphone portable
tablette
ecran dalle vitre
batterie accu
piece pieces
cheque-cadeau carte-cadeau bon
fidelite point
retour renvoi retourner renvoyer reprise
etiquette bordereau
emballage carton
reprise reprendre
logement appartement maison studio residence domicile
immeuble batiment residence
etage
ascenseur
local cave box garage
loyer mensualite
charge provision
bail contrat
etat-lieu
syndic copropriete
proprietaire bailleur
travaux chantier
peinture repeindre peindre
carrelage faience carreau
parquet sol plancher
toiture toit couverture
facade ravalement
volet store
fenetre vitre vitrage
porte
serrure cylindre barillet verrou
chaudiere chauffage chauffagiste
radiateur chauffage
chauffe-eau ballon cumulus
plombier fuite plomberie
deboucher debouchage bouchon canalisation
evier lavabo
robinet vanne
wc toilette
ramoner ramonage cheminee insert
electricien prise electricite tableau
compteur releve
courant electricite electrique
gaz
eau
energie electricite
puissance
panneau photovoltaique solaire
mise-service activation ouverture
raccorder raccordement branchement brancher
dechet encombrant ordure poubelle
tri bac
jardin pelouse haie tonte tondre
arbre elaguer elagage abattage abattre
piscine bassin
alarme telesurveillance
demenagement demenager demenageur
monte-meuble elevateur
carton cartonner
garde-meuble stockage
voiture vehicule auto automobile
vehicule > voiture moto scooter camion utilitaire velo
velo bicyclette
pneu
revision entretien
controle-technique
pare-brise vitrage
carrosserie tole
frein plaquette
garage atelier garagiste mecanicien
depannage remorquage remorquer depanneuse
courtoisie pret remplacement
essence carburant plein
kilometre kilometrage
cle
immatriculation
couture retouche ourlet
pressing nettoyage
cordonnier semelle ressemeler
coiffeur coupe
fleur bouquet
gateau patisserie
traiteur buffet repas
photographe photo album
imprimeur impression imprimer tirage
graver gravure
chien animal toilettage
chat animal
menage nettoyage
repassage
garde nounou baby-sitter
clim climatisation climatiseur
isolation isoler comble
`;
