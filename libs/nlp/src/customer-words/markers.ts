import type { CustomerSaying } from '#domain';

/**
 * Ways in which customers say what they need, how they would rather have it, that they are displeased, and thanks; on folded text. A list of
 * ours: what is not in it is not counted, and nothing is concluded from it but that the words are there. The first that fits a sentence counts.
 */
export const MARKERS: readonly (readonly [CustomerSaying['kind'], RegExp])[] = [
  [
    'displeased',
    /\b(?:inadmissible|inacceptable|scandaleux|honteux|une honte|lamentable|ras le bol|marre|ridicule|decue?s?|deception|mecontente?s?|furieu(?:x|se)|en colere|agace[es]?|(?:pas|plus) (?:du tout )?(?:contente?s?|satisfaite?s?|normal|acceptable|serieux)|insatisfaite?s?|(?:troisieme|quatrieme|cinquieme|enieme|deuxieme) fois que|toujours (?:rien|pas)|personne ne (?:me )?(?:repond|rappelle)|porter plainte|avis negatif|je (?:resilie|vais resilier|change de))\b/u,
  ],
  ['thanks', /\b(?:merci|remercie|parfait|genial|super|nickel|impeccable|(?:tres|vraiment) (?:gentil(?:le)?|aimable|efficace|satisfaite?|contente?)|bravo|adorable|top)\b/u],
  ['preference', /\b(?:je prefere(?:rais)?|nous prefer(?:ons|erions)|plutot|j'aimerais mieux|j'aime mieux|de preference|si possible|ca m'arrange(?:rait)?|autant que possible|par (?:mail|telephone|courrier) (?:svp|s'il vous plait|si possible))\b/u],
  ['need', /\b(?:j'ai besoin|nous avons besoin|il me faut|il nous faut|il me faudrait|je (?:voudrais|veux|souhaite(?:rais)?|cherche)|nous (?:voudrions|souhaitons|souhaiterions|cherchons)|j'aimerais|j'attends|pouvez-vous|pourriez-vous|est-ce que vous pou(?:vez|rriez)|je dois (?:absolument|imperativement))\b/u],
];

/** « pas merci », « rien de parfait »: a thank that is taken back is none. */
export const NOT_THANKS = /\b(?:pas|rien de|loin d'etre|non) (?:merci|parfait|genial|super|top)\b|\bmerci de (?:me|nous|ne|bien|vouloir|faire|proceder|traiter)\b/u;
