/**
 * Things and deeds that have a name of several words: `name: wording | wording`. Folded; the plural of the first word, and of all, is read too. A deed that is told by another verb's help names it:
 * `deed < verb: wording`.
 */
export const SET_THINGS = `
mot-passe: mot de passe | code d' acces
boite-lettre: boite aux lettres
carte-grise: carte grise | certificat d' immatriculation
controle-technique: controle technique
lave-vaisselle: lave vaisselle | machine a laver la vaisselle
lave-linge: lave linge | machine a laver le linge
seche-linge: seche linge
chauffe-eau: chauffe eau | ballon d' eau chaude | ballon d' eau
pompe-chaleur: pompe a chaleur
salle-bain: salle de bain | salle de bains | salle d' eau
salle-sport: salle de sport | salle de gym | salle de fitness
plan-travail: plan de travail
table-basse: table basse
petit-dejeuner: petit dejeuner | petit dej
pension-complete: pension complete
chambre-funeraire: chambre funeraire | maison funeraire
pierre-tombale: pierre tombale
femme-menage: femme de menage | aide menagere
aide-domicile: aide a domicile | auxiliaire de vie
main-oeuvre: main d' oeuvre | main-d' oeuvre
faux-plafond: faux plafond
espace-vert: espace vert
poids-lourd: poids lourd
garde-meuble: garde meuble | garde-meubles
etat-lieu: etat des lieux
depot-garantie: depot de garantie
point-vente: point de vente
bon: carte cadeau | cheque cadeau | bon cadeau | carte-cadeau
prise-sang: prise de sang
carte-vitale: carte vitale
tiers-payant: tiers payant
ticket-moderateur: ticket moderateur
appareil-auditif: appareil auditif | aide auditive | prothese auditive
fauteuil-roulant: fauteuil roulant
service-apres-vente: service apres vente | service apres-vente
mode-emploi: mode d' emploi
date-limite: date limite
nom-domaine: nom de domaine
compte-rendu: compte rendu
proces-verbal: proces verbal
mobil-home: mobil home | mobile home | mobil-home | mobilhome
check-in: check in
check-out: check out
tour-operateur: tour operateur
assistante-maternelle: assistante maternelle
centre-loisir: centre de loisirs | centre aere
gare-routiere: gare routiere
permis-construire: permis de construire
livret-famille: livret de famille
eco-participation: eco participation
pare-brise: pare brise
auto-ecole: auto ecole
camping-car: camping car
baby-sitter: baby sitter
cheque-vacances: cheque vacances | cheque-vacances
titre-restaurant: titre restaurant | ticket restaurant | titre-restaurant | ticket-restaurant
cheque-energie: cheque energie
fiche-paie: fiche de paie | bulletin de salaire | bulletin de paie
ayant-droit: ayant droit
logement-social: logement social
nid-poule: nid de poule
timbre-fiscal: timbre fiscal
`;

export const SET_DEEDS = `
mettre-pause: en pause | en suspens | en sommeil | en stand-by
mettre-fin < mettre: fin a | fin au | fin aux | un terme a | un terme au | un terme aux
mettre-jour < mettre: a jour
mettre-jour: mise a jour
mettre-disposition < mettre: a disposition | a votre disposition
mettre-disposition: mise a disposition
mettre-oeuvre < mettre: en oeuvre
mettre-oeuvre: mise en oeuvre
jeter: a la poubelle | au rebut | a la casse
refaire < remettre: a neuf
annuler < tomber: a l' eau
rappeler < passer: un coup de fil | un coup de telephone
rappeler < donner: un coup de fil | un coup de telephone
prevenir < tenir: au courant | informe | informee
`;
