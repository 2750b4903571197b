/** As `services.ts`: telephone and internet lines; software, hosting, screens. */
export const TELECOMS_AND_SOFTWARE = `
box modem routeur livebox freebox bbox
ligne connexion raccordement
internet web connexion
internet fibre adsl reseau
wifi connexion reseau
repeteur amplificateur
debit vitesse
signal reception reseau
antenne relais pylone
armoire boitier
boitier appareil decodeur
prise raccordement
telecommande zappette
raccordement installation branchement
raccorder connecter relier brancher
activation ouverture service
debrancher deconnecter eteindre
deconnexion coupure interruption
interruption coupure panne
portabilite transfert
porter transferer conserver
operateur fournisseur
hors-forfait depassement surconsommation
consommation conso
communication appel
texto sms message
messagerie repondeur
smartphone iphone telephone
combine telephone appareil
debloquer desimlocker
desimlockage deblocage
puk deblocage
subvention reduction
engagement duree
bouquet option
replay rediffusion
enregistrement enregistrer
ecran affichage
sous-traitant prestataire intervenant
logiciel programme application outil
application appli logiciel
outil plateforme
plateforme site portail
portail espace site
compte profil
licence abonnement
licence poste utilisateur
utilisateur compte
hebergement serveur
hebergeur prestataire
domaine site
nom-domaine domaine
site boutique
sauvegarde copie backup
sauvegarder copier
restaurer retablir
restauration retablissement
migration transfert bascule
migrer transferer basculer
bascule passage
mise-jour version
actualiser rafraichir
installer telecharger
telechargement installation
desinstaller supprimer
suppression effacement
bug bogue anomalie dysfonctionnement
bug probleme
anomalie erreur
correctif correction patch
corriger reparer resoudre
resoudre regler reparer
resolution correction solution
deploiement installation
deployer installer
parametrer configurer regler
parametrage configuration reglage
reinitialiser changer
reinitialisation remise
fichier document
donnee information fichier
exporter extraire telecharger
export extraction
importer charger
import importation
integration raccordement connexion
connecteur interface
fonctionnalite fonction option module
assistance support aide
ticket demande incident
quota limite plafond
giga gigaoctet
memoire ram
disque ssd
cartouche encre toner
ordinateur pc machine poste
chargeur cable
cable cordon fil
tablette ipad
camera webcam
essai demo demonstration
demonstration presentation
webinaire formation
tutoriel guide
renouvellement reconduction
chiffrement cryptage
virus malware
antivirus protection
spam indesirable
notification alerte
alerte notification message
`;
