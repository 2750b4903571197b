/** As `services.ts`: electricity, gas, water, heating, solar panels. */
export const ENERGY_AND_HEATING = `
compteur linky
index releve
releve lecture
relever lire
consommation kilowatt
kwh kilowattheure kilowatt
puissance ampere
electricite courant lumiere jus
courant alimentation
gaz chauffage
fioul mazout
granule pellet
granule bois
bois buche
stere bois
cuve citerne reservoir
fournisseur energeticien
distributeur enedis
distributeur grdf
distributeur gestionnaire
branchement ligne
coupure interruption
coupure delestage
couper interrompre
retablissement remise
emmenagement arrivee
emmenagement entree
emmenager arriver entrer
demenagement depart
regularisation rattrapage
regularisation solde
regulariser solder
estimation estime
mensualite prelevement
mensualisation lissage
tarif prix kilowattheure
creuse nuit
cheque-energie aide
aide prime subvention
fuite perte
fuite ecoulement
surconsommation consommation
assainissement egout
fosse cuve
pression debit
adoucisseur filtre
calcaire tartre
detartrage entretien
detartrer nettoyer
pompe-chaleur pac chauffage
radiateur convecteur
thermostat regulateur
thermostat regulation
poele cheminee insert
insert foyer
ramonage nettoyage
ramoneur ramonage
bistrage debistrage
purger purge
chauffer chauffage
chaleur chauffage
climatiseur clim split
ventilation vmc
vmc extracteur
onduleur convertisseur
onduleur micro-onduleur
surplus excedent
rachat revente
consuel attestation
audit diagnostic
dpe diagnostic
isolant isolation laine
combler isoler
comble grenier
borne recharge
recharge charge
autoconsommation consommation
entretien visite
`;
