/**
 * Entity classes, in the pattern language itself. `<#>` is a run of digits and `<#/>` one followed by a slash; only these
 * definitions may use them. Money, length and calendar words are those of French customer service.
 */
export const ENTITY_PATTERNS: Readonly<Record<string, readonly string[]>> = {
  nombre: [
    '<#> [<#>] [<#>]',
    '@@chiffre [[et] @@chiffre] [[et] @@chiffre] [@@chiffre] [@@chiffre]',
    'une (dizaine | douzaine | quinzaine | vingtaine | trentaine | quarantaine | cinquantaine | centaine)',
  ],
  montant: [
    '<nombre> (€ | euro | euros | eur | dollar | dollars | centime | centimes | cents)',
    '€ <#> [<#>]',
  ],
  durée: [
    '<nombre> @@unité [ouvré | ouvrés | ouvrable | ouvrables] [et demi | et demie]',
    '<nombre> (h | heure | heures) <#>',
    '(quelques | plusieurs | demi) @@unité [ouvré | ouvrés | ouvrable | ouvrables]',
    'une demi (heure | journée)',
    "un quart d'heure",
    "trois quarts d'heure",
  ],
  date: [
    "(aujourd'hui | demain | après demain | hier | avant hier | ce jour) [matin | midi | soir | après midi]",
    'ce (matin | midi | soir | week end)',
    'cet après midi',
    'cette (semaine | nuit)',
    "(la | cette) (semaine | quinzaine) prochaine",
    "le mois prochain",
    "l'année prochaine",
    'la fin (de la | du) (semaine | journée | mois)',
    'fin de (semaine | journée | mois)',
    '@@jour [prochain | matin | midi | soir | après midi]',
    '@@jour (<#> | premier) [@@mois] [<#>]',
    '[le] (<#> | premier) @@mois [<#>]',
    '<#/> <#>',
    '<#/> <#/> <#>',
    '[à | vers | avant | après] <#> (h | heure | heures) [<#>]',
    '(avant | après | à | vers) (midi | minuit)',
    '(ce | le | au) plus tard (le | ce | @@jour)',
  ],
};

/** Word lists the definitions above share, as `@@name`. */
export const ENTITY_WORDS: Readonly<Record<string, readonly string[]>> = {
  chiffre: (
    'zéro un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante ' +
    'soixante septante huitante nonante cent cents mille million millions milliard milliards'
  ).split(' '),
  unité: 's sec seconde secondes mn min minute minutes h heure heures j jour jours journée journées semaine semaines mois trimestre an ans année années'.split(' '),
  jour: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  mois: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};
