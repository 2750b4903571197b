/** As `services.ts`: insurance of homes, cars and persons; claims; mutual health cover. */
export const INSURANCE_AND_CLAIMS = `
assureur compagnie assurance
souscripteur client adherent
souscrire prendre adherer contracter
souscription adhesion signature
avenant modification
echeance anniversaire
sinistre dossier
sinistre accident degat
declaration constat signalement
expertise expert evaluation
expert evaluateur
evaluer estimer chiffrer expertiser
indemnisation indemnite dedommagement reglement
vetuste usure
exclusion exception
exclure refuser
deduire retrancher soustraire
malus majoration
bonus reduction
coefficient bonus
responsabilite tort faute
responsable fautif
adversaire tiers
recours reclamation
litige differend desaccord
mediateur mediation
constat amiable
inondation degat
tempete intemperie
grele tempete
foudre orage
vandalisme degradation
degradation degat dommage
effraction cambriolage vol
vitre glace carreau
epave vehicule
reparateur garagiste carrossier
beneficiaire ayant-droit
ayant-droit beneficiaire conjoint enfant
deces mort disparition
obseques enterrement
invalidite handicap incapacite
rapatriement retour
assistance depannage
depanneuse remorqueuse plateau
remorquage transport
questionnaire formulaire
vignette certificat
resiliation rupture arret
tacite automatique
renonciation retractation
renoncer retracter annuler
devis proposition
teletransmission transmission
decompte releve
remboursement prestation
ticket-moderateur reste
forfait prestation
depassement surplus supplement
honoraire tarif prix
affiliation rattachement inscription
rattacher affilier inscrire
radier radiation resilier
radiation resiliation
portabilite maintien
prevoyance mutuelle
secu cpam caisse assurance-maladie
capital somme montant
rente pension
rachat retrait
objet affaire effet
avocat juriste
enquete verification controle
`;
