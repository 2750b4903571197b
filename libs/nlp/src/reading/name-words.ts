/** Civilities and titles: they stand before a name, and are none. */
export const CIVILITIES: readonly string[] = (
  'monsieur messieurs madame mesdames mademoiselle mesdemoiselles m mm mr mrs mme mmes mlle mlles sieur dame docteur dr maître me professeur pr ' +
  'président présidente directeur directrice'
).split(' ');

/** By these a brand speaks to people, or of itself, when it has no name for them. */
export const GENERIC_NAMES: readonly string[] = (
  'client cliente clients clientes clientèle service services support équipe équipes team sav adv direction département agence boutique magasin maison ' +
  'société entreprise enseigne tous toutes tout toute chacun chacune monde abonné abonnée abonnés adhérent adhérente adhérents assuré assurée assurés ' +
  'membre membres usager usagers voyageur voyageurs visiteur visiteurs acheteur acheteuse acheteurs locataire locataires partenaire partenaires ' +
  'collègue collègues confrère confrères ami amie amis conseiller conseillère conseillers responsable gestionnaire technicien technicienne interlocuteur ' +
  'interlocutrice correspondant destinataire lecteur lectrice'
).split(' ');

/** Courtesies and greetings, capitalised where a new line begins without a full stop before it. */
export const FORMULAS: readonly string[] = (
  'bonjour bonsoir salut coucou hello bienvenue merci cordialement bien cher chère chers chères bonne bon belle suite concernant désolé désolée navré navrée ' +
  'oui non ok voici voilà comment pourquoi quand où comme alors donc mais ou et car si avec pour par sur dans sans chez vers depuis dès après avant selon ' +
  'malheureusement effectivement ici là pas plus très'
).split(' ');

/** Small words that are part of the name after them: « Le Goff », « d'Ormesson », « van den Berg », « El Amrani », « Ben Saïd », « O'Brien ». */
export const PARTICLES: readonly string[] = "de d du des la le les l van von der den ter ten di da do dos del della lo el al ben ibn bin abd mac mc o y saint sainte st ste".split(' ');
