import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { meansSame } from '../../../src/pledges/gist/senses.js';
import { rootOfNoun } from '../../../src/pledges/gist/roots.js';
import { foldWord, loadLexicon } from '../../../src/read/index.js';

const FOLDER = path.resolve(import.meta.dirname, '../../../src/pledges/lexicon/senses');
const FILES = readdirSync(FOLDER).sort();
const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');
const tableOf = (file: string): string[] => /= `\n([\s\S]*?)\n`;/u.exec(textOf(file))![1]!.split('\n');
const wordsOf = (line: string): string[] => line.split(/ > | /u);
/** The first tables, made with the rules. */
const FIRST = new Set(['contracts-and-outings.ts', 'home-and-goods.ts', 'services.ts']);
const ROOT = (word: string): string => rootOfNoun(word);

/** Names, initials, words of several parts that the lexicon has not; kept here so that a slip of the pen is seen. */
const NOT_IN_LEXICON = new Set(
  'aide-auditive aide-domicile aide-menagere apa apl appareil-auditif aprem assistante-maternelle assistante-sociale assmat avoir-lieu ayant-droit backup bagagerie bbox bistrage boite-lettre bon-achat booking boot cardio carte-cadeau carte-grise carte-vitale cautionnaire ccas centre-loisir cerfa chambre-funeraire check-in cheque-energie coemprunteur controle-technique cotitulaire coup-fil cpam date-limite debistrage depot-garantie dispo dlc dpe e-ticket eco-participation enedis espace-vert etat-lieu faire-suivre fauteuil-roulant faux-plafond femme-menage fermeture-eclair ferrie freebox garde-meuble giga grdf guide-interprete hors-forfait hotel-ville hydrocurage ipad iphone kwh linky livebox locker logement-social main-oeuvre mettre-disposition mettre-fin mettre-jour mettre-oeuvre mettre-pause mettre-service micro-onduleur mise-disposition mise-jour mobil-home mode-emploi mot-passe navigo nid-poule nom-domaine opco osteo pac papi pare-choc pass pel permis-construire piece-montee pierre-tombale placo plan-travail pmr poids-lourd point-vente pompe-chaleur ppc prendre-charge prise-en-charge prise-sang prise-vue puk rdv replanifier salle-bain salle-sport sans-contact service-apres-vente service-social service-technique shooting sneaker table-basse taeg teg ticket-moderateur timbre-fiscal titre-recette vigik visio vmc voucher vsl'.split(' '),
);
/** Lemmas that the lexicon finds with their accents only: without them they are a form of another word. */
const BY_ACCENT = new Set('abonne accuse administre assure boite camera cite comprime licencie met'.split(' '));

describe('words for one another', () => {
  it('are in tables that begin with what they are of and are all read', () => {
    const registered = [...readFileSync(path.join(FOLDER, '../../gist/senses.ts'), 'utf8').matchAll(/senses\/([\w-]+)\.js/gu)].map(([, name]) => `${name}.ts`);
    expect(registered).toEqual(FILES);
    for (const file of FILES) expect(textOf(file)).toMatch(/^\/\*\*[\s\S]+?\*\/\nexport const [A-Z_]+ = `\n/u);
  });

  it.each(FILES)('%s: folded, two or more on a line, none twice on it, no line twice', (file) => {
    const lines = tableOf(file);
    expect(lines.filter((line) => foldWord(line) !== line || !/^[a-z'-]+(?: [a-z'-]+)*(?: > [a-z'-]+(?: [a-z'-]+)*)?$/u.test(line))).toEqual([]);
    expect(lines.filter((line) => !FIRST.has(file) && wordsOf(line).length < 2)).toEqual([]);
    expect(lines.filter((line) => new Set(wordsOf(line)).size !== wordsOf(line).length)).toEqual([]);
    expect(lines.filter((line, i) => !FIRST.has(file) && lines.indexOf(line) !== i)).toEqual([]);
  });

  it('are lemmas of the lexicon, or listed here', () => {
    const strange = FILES.filter((file) => !FIRST.has(file)).flatMap(tableOf).flatMap(wordsOf).filter((word) => {
      const found = loadLexicon().analyses(word);
      return found.length === 0 ? !NOT_IN_LEXICON.has(word) : !found.some(({ lemma }) => foldWord(lemma) === word) && !BY_ACCENT.has(word);
    });
    expect([...new Set(strange)].sort()).toEqual([]);
  });

  it.each([
    ['visite', 'passage'], ['raccordement', 'branchement'], ['coupure', 'interruption'], ['toiture', 'tuile'], ['cumulus', 'chauffe-eau'], ['colis', 'paquet'], ['moniteur', 'enseignant'], ['cremation', 'incineration'],
    ['inhumation', 'enterrement'], ['prise-sang', 'analyse'], ['veterinaire', 'veto'], ['cantine', 'dejeuner'], ['bac', 'conteneur'], ['collecte', 'ramassage'], ['barnum', 'chapiteau'], ['pneu', 'pneumatique'], ['bungalow', 'hebergement'],
    ['alliance', 'anneau'], ['resto', 'restaurant'], ['serrure', 'verrou'], ['gazon', 'pelouse'], ['liner', 'revetement'], ['impression', 'tirage'], ['surclassement', 'upgrade'],
  ])('« %s » may be « %s »', (one, other) => expect(meansSame(ROOT(one), ROOT(other))).toBe(true));

  it.each([
    ['lave-linge', 'lave-vaisselle'], ['chien', 'chat'], ['robe', 'manteau'], ['creche', 'ecole'], ['canape', 'armoire'], ['medecin', 'dentiste'], ['train', 'avion'], ['caution', 'loyer'], ['eau', 'gaz'], ['reparer', 'remplacer'], ['inhumation', 'cremation'],
    ['rembourser', 'echanger'], ['suspendre', 'reporter'], ['franchise', 'cotisation'], ['volet', 'porte'], ['petit-dejeuner', 'diner'], ['pere', 'mere'], ['tente', 'bungalow'],
  ])('« %s » is never « %s »', (one, other) => expect(meansSame(ROOT(one), ROOT(other))).toBe(false));
});
