import { type Lexicon, WordFlag } from './lexicon.js';

/** Chat spelling (folded) → standard spelling; words apart by spaces, elided words with their apostrophe. */
const TABLE = `
bjr: bonjour|bsr: bonsoir|slt: salut|salu: salut|cc: coucou|bj: bonjour|bonj: bonjour|bnj: bonjour|aprem: après-midi|aprm: après-midi
svp: s' il vous plaît|stp: s' il te plaît|silvouplait: s' il vous plaît|siouplait: s' il vous plaît|sivouplait: s' il vous plaît|mci: merci|mrc: merci
mrci: merci|thx: merci|dsl: désolé|dsle: désolé|dzl: désolé
pb: problème|pbs: problèmes|pbm: problème|prob: problème|probs: problèmes|pblm: problème|pblme: problème|soluc: solution
c: c' est|ct: c' était|cetait: c' était|cest: c' est|g: j' ai|jai: j' ai|je: j' ai|jss: je suis|jsuis: je suis|chuis: je suis|chui: je suis
jui: je suis|t: t' es|tjs: toujours|tjr: toujours|tjrs: toujours|toujour: toujours
pk: pourquoi|pkoi: pourquoi|pq: pourquoi|prkoi: pourquoi|pourkoi: pourquoi|pcq: parce que|pcke: parce que|pck: parce que|pke: parce que
parske: parce que|psk: parce que|psq: parce que|parceque: parce que
qd: quand|kan: quand|kand: quand|qq: quelques|qqs: quelques|qqn: quelqu'un|qqun: quelqu'un|qlqun: quelqu'un|qqch: quelque chose|qqchose: quelque chose
qqc: quelque chose|qlq: quelque|qlqs: quelques|qlqch: quelque chose
ke: que|koi: quoi|q: que|keske: qu' est -ce que|kesk: qu' est -ce que|keskia: qu' est -ce qu' il y a|esk: est -ce que|eske: est -ce que
esque: est -ce que|cmt: comment|cmnt: comment|comen: comment|cb: combien|cbn: combien
vs: vous|pr: pour|ns: nous|ds: dans|dc: donc|ac: avec|avc: avec|avk: avec|mm: même|mme: madame|mr: monsieur|mlle: mademoiselle|bcp: beaucoup|bcoup: beaucoup
tt: tout|ts: tous|tte: toute|ttes: toutes|tlm: tout le monde
rdv: rendez-vous|rv: rendez-vous|rep: réponse|cmd: commande|cde: commande|cdes: commandes|cmde: commande|liv: livraison|tel: téléphone|tph: téléphone
fact: facture|rbt: remboursement|remb: remboursement|cg: carte grise|doc: document|docs: documents|msg: message|msgs: messages|mess: message
info: information|infos: informations|ref: référence|abo: abonnement|appli: application|ordi: ordinateur|sav: service après-vente|pj: pièce jointe
cgv: conditions générales de vente
ajd: aujourd'hui|auj: aujourd'hui|aujourdhui: aujourd'hui|ojd: aujourd'hui|ojourdhui: aujourd'hui|2m1: demain|hrs: heures|mn: minutes|jr: jour
jrs: jours|sem: semaine|lgtps: longtemps|lgt: longtemps|tps: temps|tmps: temps|tds: tout de suite|mtn: maintenant|mnt: maintenant|maint: maintenant
asap: dès que possible|dqp: dès que possible
oki: ok|okay: ok|okk: ok|dac: d' accord|dacc: d' accord|daccord: d' accord|ouais: oui|ouai: oui|oue: oui|ui: oui|wi: oui|nn: non|nan: non|nop: non
nope: non|yep: oui|yes: oui
cdt: cordialement|cdlt: cordialement|cldt: cordialement|cordt: cordialement|a+: à plus|bav: bien à vous|biz: bises|bizz: bises|bn: bonne|bne: bonne
jrnee: journée
jamai: jamais|jms: jamais|ptetre: peut-être|ptet: peut-être|ptete: peut-être|peutetre: peut-être|vrmt: vraiment|vrm: vraiment|vraimen: vraiment
grv: grave|trp: trop|tro: trop|rienavoir: rien à voir|tkt: ne t' inquiète pas|jpp: je n' en peux plus|jcp: je ne sais pas|jsp: je ne sais pas
chepa: je ne sais pas|osef: on s' en fiche|mdr: rire|lol: rire|ptdr: rire|ya: il y a|yavait: il y avait|yaura: il y aura|nrv: énervé|exct: exact
exactemen: exactement|normalmt: normalement|effectivemt: effectivement|surment: sûrement
quil: qu' il|quils: qu' ils|quon: qu' on|quelquun: quelqu'un|jusqua: jusqu' à|lorsquil: lorsqu' il|puisquil: puisqu' il|dapres: d' après|nest: n' est
sest: s' est|cetaient: c' étaient|dautres: d' autres|lautre: l' autre
fau: faut|fodrait: faudrait|peus: peux|voule: voulez|voulai: voulais|pouve: pouvez|pouvai: pouvais|ave: avez|recut: reçu
`;

/** Folded chat spelling → the words it stands for. Only spellings that are not French words of their own, or are almost never meant so in a chat. */
export const CHAT_SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim().split(/[|\n]/).map((entry) => {
    const [spelling = '', standard = ''] = entry.split(': ');
    return [spelling, standard.split(' ')] as const;
  }),
);

const VOWEL = /^[aeiouhy]/;
/** Fused or without apostrophe: « jpeux », « jattends ». */
const FUSED_I = /^j(?!')(\p{L}{2,20})$/u;
const STRETCHED = /(\p{L})\1{2,}/gu;

/**
 * The words that a folded token means in a chat, when it is spelt otherwise: « bjr » → bonjour, « jpeux » → je peux,
 * « jattends » → j' attends, « merciiii » → merci. Undefined when the spelling is standard or unknown.
 */
export function standardSpelling(key: string, lexicon: Lexicon): readonly string[] | undefined {
  const known = CHAT_SPELLINGS.get(key);
  if (known) return known;
  if (key.length > 40 || lexicon.foldedAnalyses(key).length > 0) return undefined;
  const verb = FUSED_I.exec(key)?.[1];
  if (verb && lexicon.foldedAnalyses(verb).some((found) => (found.flags & WordFlag.first) !== 0)) return [VOWEL.test(verb) ? "j'" : 'je', verb];
  const once = key.replace(STRETCHED, '$1');
  if (once === key) return undefined;
  for (const shorter of [once, key.replace(STRETCHED, '$1$1')]) {
    const standard = CHAT_SPELLINGS.get(shorter);
    if (standard) return standard;
    if (lexicon.foldedAnalyses(shorter).length > 0) return [shorter];
  }
  return undefined;
}
