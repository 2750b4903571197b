/** Lemmas of closed-class words, which a spelling dictionary lists without their lemma. Form (lower case) → lemmas. */
const TABLE: Readonly<Record<string, string>> = {
  le: 'le la les l\' du au des aux du',
  de: "d' du des de", à: 'au aux a à',
  un: 'une un des', ce: "cet cette ces c' ç' -ce ce", son: 'sa ses leur leurs', mon: 'ma mes notre nos', ton: 'ta tes votre vos',
  notre: 'nos', votre: 'vos', leur: 'leurs',
  se: "s'", soi: "s' se soi", je: "j' -je me m' moi -moi m'", moi: "je j' me m' -moi -je", me: "m'", tu: "-tu t' te toi -toi", toi: "te t' tu -toi -tu", te: "t'",
  il: 'ils elle elles -il -ils -elle -elles -t-il -t-elle -t-ils -t-elles', lui: "il ils elle elles eux le la les l' leur -il -ils -elle -elles -t-il -t-elle -t-ils -t-elles -le -la -les -lui -leur",
  elle: 'elles', nous: '-nous', vous: '-vous', on: "-on -t-on l'on", en: '-en', y: "-y y'",
  que: "qu' que", ne: "n'", jusque: "jusqu'", lorsque: "lorsqu'", puisque: "puisqu'", quoique: "quoiqu'",
  celui: 'celle ceux celles', 'celui-ci': 'celle-ci ceux-ci celles-ci', 'celui-là': 'celle-là ceux-là celles-là',
  lequel: 'laquelle lesquels lesquelles', 
  tout: 'toute tous toutes', quel: 'quelle quels quelles', tel: 'telle tels telles', 'quelqu\'un': 'quelqu\'une', ci: '-ci', là: '-là', chose: '-chose',
  aucun: 'aucune aucuns aucunes', quelque: 'quelques', certain: 'certaine certains certaines', autre: 'autres', même: 'mêmes', plusieurs: 'plusieurs',
  monsieur: 'm. mr. messieurs mm.', madame: 'mme mesdames mmes', docteur: 'dr dr.', numéro: 'n° no.', 'et cætera': 'etc. etc',
  bon: 'meilleur', bien: 'mieux',
};

export const FUNCTION_LEMMAS: ReadonlyMap<string, readonly string[]> = (() => {
  const lemmas = new Map<string, string[]>();
  for (const [lemma, forms] of Object.entries(TABLE)) {
    for (const form of forms.split(' ')) lemmas.set(form, [...new Set([...(lemmas.get(form) ?? []), lemma])]);
  }
  return lemmas;
})();
