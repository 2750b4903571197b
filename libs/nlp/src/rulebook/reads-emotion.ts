/**
 * Emotions of staff are never judged (AI Act, article 5(1)(f)): a rule that says it does is refused. What the customer feels,
 * and what the words of the agent do to the customer, may be said.
 */
const STAFF = '(?:agente?s?|conseill(?:ers?|eres?)|collaborat(?:eurs?|rices?)|salarie[es]*|operat(?:eurs?|rices?)|tele-?(?:conseill(?:ers?|eres?)|operat(?:eurs?|rices?)|vend(?:eurs?|euses?))|employe[es]*)';
const FEELING =
  '(?:emotions?|emotionnel[les]*|emu[es]*|humeurs?|sentiments?|ressenti[es]*|coleres?|enerve(?:e|s|es|r|ment|ments)?|agac(?:e|ee|es|ees|ement|ements)|irrit(?:e|ee|es|ees|ation)|exaspere[es]*|stress|stresse[es]*|tris(?:te|tes|tesse)|fatigu(?:e|ee|es|ees)|epuise[es]*|lass(?:e|itude)|frustr(?:e|ee|es|ees|ation|ations)|anxi(?:eux|euse|euses|ete)|angoiss(?:e|ee|es|ees)|nerv(?:eux|euse|euses|osite)|(?:de)?motiv(?:e|ee|es|ees|ation)|decourag(?:e|ee|es|ees|ement)|deprim(?:e|ee|es|ees)|joie|joyeu(?:x|se|ses)|heureu(?:x|se|ses)|content[es]*|enthousias(?:te|tes|me)|furieu(?:x|se|ses)|inquiet[es]*|peur|honte|degout|mepris|ennui|blase[es]*)';
/** Words that pass the feeling on to somebody else, or show it only heard. */
const OTHERS = '(?:clients?|cliente?s?|interlocut(?:eurs?|rices?)|appelante?s?|acheteu(?:rs?|ses?)|celui|celle|lui|autre|ecoute|comprend|entend|reconnait|nomme|face)';
const BOUND = '(?![\\p{L}])';
const START = '(?<![\\p{L}])';
const OF_OTHERS = `(?!(?:\\s+[\\p{L}]+){0,1}\\s+(?:du|des|de|de la|de son|de sa|chez)\\s+(?:l'|la\\s|le\\s|les\\s)?${OTHERS}${BOUND})`;
const IS = "(?:est|sont|semble(?:nt)?|parait|paraissent|a l'air|ont l'air|etait|etaient|reste(?:nt)?|se sent|se sentent|eprouve(?:nt)?|ressent(?:ent)?|montre(?:nt)?|trahit|exprime(?:nt)?|manifeste(?:nt)?|devient|deviennent|a|ont)";
const within = (words: number): string => `(?:(?!${START}${OTHERS}${BOUND})[^.!?;:,]){0,${words}}`;

/** « L'agent semble énervé », « un conseiller en colère ». */
const AGENT_FEELS = new RegExp(`${START}${STAFF}${BOUND}(?:\\s+(?:qui\\s+)?(?:ne\\s+|n')?${IS}${BOUND}${within(40)}|\\s+(?:(?:tres|trop|plus|moins|si|en|de|sous|pas|mal)\\s+){0,3}|\\s*[:=(]\\s*)${START}${FEELING}${BOUND}${OF_OTHERS}`, 'u');
/** « la colère de l'agent », « le stress chez nos conseillers ». */
const FEELING_OF = new RegExp(`${START}${FEELING}${BOUND}(?:\\s+[\\p{L}]+){0,2}\\s+(?:de l'|d'un |d'une |des |du |de la |de nos |de vos |de son |de sa |de ses |chez (?:l'|le |la |les |nos |vos |un |une ))${STAFF}${BOUND}`, 'u');
const ID_FEELS = new RegExp(`(?:^|[.-])${STAFF}[.-](?:[a-z]+-)?${FEELING}(?:$|[.-])|(?:^|[.-])${FEELING}[.-](?:d[ue][.-]|de-l-|des-)?${STAFF}(?:$|[.-])`, 'u');

const folded = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replace(/\s+/g, ' ');

/** Whether a rule's `why` claims to tell what an agent feels. */
export function readsEmotion(why: string): boolean {
  const text = folded(why);
  return AGENT_FEELS.test(text) || FEELING_OF.test(text);
}

/** Whether a rule's id does: `agent.stress`. */
export function idReadsEmotion(id: string): boolean {
  return ID_FEELS.test(folded(id));
}
