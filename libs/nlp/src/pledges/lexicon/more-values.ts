/** More lines for the table of `kinds-of-values.ts`, in its format: a word that stands there already brings others to its value. */
export const MORE_VALUES = {
  place:
    'magasin boutique showroom|stand|hangar|boulangerie|tabac|supermarche|garderie|gendarmerie|commissariat|tribunal|cantine refectoire|vestiaire|theatre|musee|chapiteau|embarcadere|gare-routiere|laverie|crematorium|funerarium|cimetiere|internat|amphitheatre amphi|secretariat|conciergerie|billetterie|infirmerie|palier|grenier|terrasse|balcon|veranda|patinoire|zoo|maternite|veterinaire|refuge|fourriere',
  means: 'cheque|virement|espece liquide cash numeraire|paypal',
  channel: 'mail courriel email e-mail mel|sms texto|fax telecopie',
  role: 'client adherent convive loueur beneficiaire emprunteur souscripteur eleve stagiaire apprenant|association club|ecole etablissement|departement|region|cpam secu|opco|cpf|enedis|grdf|huissier|famille heritier|mairie commune ville municipalite',
  paper: 'kbis|vaccination|facture ticket recu addition|convention|mandat|jugement|bordereau',
} as const;
