import { Phrases } from '../clauses/phrases.js';

/** Words in a turn that say why a pledge differs from one before. */
export const BECAUSE: readonly { readonly why: 'customer-asked' | 'condition-met' | 'added'; readonly words: Phrases }[] = [
  { why: 'added', words: new Phrases("en plus|en sus|en complement|en outre|par ailleurs|de surcroit|s' ajoute|s' ajouteront|s' ajoutera|j' ajoute|j' y ajoute|je vous ajoute|on ajoute|on y ajoute|on vous ajoute|nous ajoutons|nous y ajoutons|nous vous ajoutons|viendra s' ajouter|supplementaire|additionnel|additionnelle|je rajoute|je vous rajoute|on vous rajoute|nous vous rajoutons|rajoute encore|on rajoute|nous rajoutons|un deuxieme|une deuxieme|un second|une seconde") },
  {
    why: 'customer-asked',
    words: new Phrases(
      "a votre demande|comme vous nous l' avez demande|comme vous me l' avez demande|vous nous l' avez demande|vous me l' avez demande|vous nous aviez demande|vous m' aviez demande|selon vos disponibilites|selon vos disponibilites|a votre convenance|suite a votre souhait|conformement a votre demande|conformement a votre souhait|comme vous l' avez souhaite|vous avez souhaite|vous avez demande|vous aviez demande|comme vous vouliez|comme vous le demandez|vous nous le demandez|vous me le demandez|vous l' avez demande|comme vous le souhaitez|comme vous le souhaitiez|selon votre souhait|suivant votre souhait|vous m' avez dit|vous m' avez demande|vous nous avez demande|vous me dites|vous nous dites|vous m' indiquez|vous nous indiquez|vous preferez|vous souhaitez|vous souhaitiez|suite a votre demande|a ta demande|tu m' as demande|tu preferes|puisque vous|vous n' etes pas la|vous n' etes pas dispo|vous ne serez pas la|vous n' etes pas chez vous|vous avez un empechement|vous n' etiez pas|plutot que|vous preferiez|vous prefere|ca vous va mieux|comme tu preferes|vous serez absent|vous serez absente|vous n' etes pas disponible|vous etes indisponible|comme demande|ca vous arrange|vous vouliez|votre choix",
    ),
  },
  {
    why: 'condition-met',
    words: new Phrases(
      "est bien parvenu|est bien parvenue|est parvenu|est parvenue|bien recu|bien recue|avons recu|ai recu|a recu|est valide|est validee|a ete valide|a ete validee|a ete accepte|a ete acceptee|est accepte|est acceptee|est conforme|je vois votre|j' ai votre|on a votre|est complet|est complete|n' etant toujours pas|n' est toujours pas|toujours pas arrive|pas ete retrouve|n' a pas ete retrouve|a confirme|est confirme que|a donne son accord|est arrive|est arrivee|est rentre|est rentree|est libre|est desormais|la condition|toujours pas|donc on|donc nous|donc je|du coup on|du coup je|du coup nous|diagnostic confirme|expertise confirme|expert confirme|controle confirme|test confirme|defaut confirme|a donne son feu vert|etant intact|etant complet|etant conforme|etant valide|etant etabli|puisqu' il|puisqu' elle|puisque le|puisque la|puisque l'|puisque votre|maintenant que",
    ),
  },
];
