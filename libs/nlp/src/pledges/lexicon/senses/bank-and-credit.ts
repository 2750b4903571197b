/** As `services.ts`: accounts, cards, transfers, credit, savings. */
export const BANK_AND_CREDIT = `
rib iban coordonnee
carte mastercard visa
chequier carnet
decouvert autorisation
agio interet penalite
emprunteur client souscripteur
preteur banque organisme
rachat regroupement restructuration
rembourser solder
mensualite echeance remboursement annuite
echeance terme
deblocage debloquer versement verser
apport contribution
taux teg taeg
caution garant cautionnaire
hypotheque garantie surete
courtier intermediaire mandataire
notaire etude office
placement investissement epargne
placer investir epargner
livret compte
pel epargne
courtage commission frais
dividende coupon
plus-value gain benefice
heritage succession
heritier successeur
procuration mandat
titulaire detenteur porteur
cotitulaire coemprunteur
rejet impaye
approvisionner alimenter crediter
opposition blocage
fraude escroquerie arnaque
frauduleux suspect
pirater piratage hacker
remise encaissement
encaisser deposer remettre
guichet accueil
conseiller banquier
agence succursale guichet
devise monnaie
change conversion
espece liquide cash
releve extrait
ecriture operation mouvement transaction
operation transaction paiement
transaction achat
depassement depasser
autoriser valider
prelevement mandat
creancier fournisseur beneficiaire
beneficiaire destinataire
domiciliation virement
cloture fermeture resiliation
clore fermer cloturer
offre proposition
simulation etude estimation
surendettement endettement
dette creance impaye
creance somme
recouvrement relance
relance rappel
huissier commissaire
mensualiser echelonner lisser
moratoire suspension
immediat instantane
differe reporter
authentification identification validation
identifiant login
mot-passe code
code pin
biometrie empreinte
sans-contact paiement
parrainage parrain
filleul ami proche
parrain client
bonus recompense
`;
