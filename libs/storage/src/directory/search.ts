const ACCENTED = 'ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖòóôõöÙÚÛÜùúûüÝýÿ';
const PLAIN = ACCENTED.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** A text as people look for it: without case and accents. The extension `unaccent` is not on every server. */
export const folded = (text: string): string => `lower(translate(${text}, '${ACCENTED}', '${PLAIN}'))`;
