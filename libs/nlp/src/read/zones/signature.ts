import { mentionsDate } from './mentions.js';

/** A line that announces the signature: « -- » (with or without its space), a rule of underscores. */
const DELIMITER = /^(?:--|[—–]+|_{2,}|-{3,}|\*{3,}|={3,})$/;
/** « Envoyé de mon iPhone » and its like: an opening, then a device, an application or « mon … ». */
const SENT_FROM = /^[[(*]?(?:envoy[ée]e? (?:de|depuis|à partir d[eu]|avec|par|via|gr[âa]ce à)|sent (?:from|with|via|using)|exp[ée]di[ée] (?:depuis|de)|enviado desde|gesendet (?:von|mit)|inviato da|verzonden vanaf|[ée]crit depuis|r[ée]dig[ée] (?:sur|depuis)) /i;
const DEVICE = /\b(?:iphone|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|redmi|oppo|honor|pixel|wiko|nokia|blackberry|windows|outlook|yahoo|gmail|proton|spark|k-9|fairemail|bluemail|typeapp|thunderbird|ios|mac|macbook|bouygues|orange|sfr|free|laposte|la poste|mobile|smartphone|t[ée]l[ée]phone|portable|tablette|appareil|webmail|messagerie|application)\b/i;
const MINE = /^\S+ \S+(?: \S+){0,2} (?:mon|ma|my|a|un|une) /i;
const INSTALL = /^[[(]?(?:t[ée]l[ée]charge[rz]|obtenir|obtenez|get) (?:outlook|yahoo|la messagerie|l['’]application|aol|bluemail|spark)\b|^provenance ?:|^sent$/i;
const DEVICE_LENGTH = 110;
/** Somebody speaks to somebody. */
const SPEAKING = /(?:^|[\s,(])(?:je|j['’]|nous|vous|il|elle|tu|on|c['’]|merci|votre|vos|i|we|you|your)(?![\p{L}-])/iu;

/** « Envoyé depuis mon bureau, ce sera plus simple »: something is said of it. */
const STATING = /\s(?:est|sont|sera|seront|is|are|was|will)\s/i;

export const isSignatureDelimiter = (head: string): boolean => DELIMITER.test(head);
/** What a mail program adds of its own: « Envoyé de mon iPhone », « Obtenir Outlook pour iOS ». */
export function isDeviceLine(head: string): boolean {
  if (head.length > DEVICE_LENGTH) return INSTALL.test(head) && head.includes('<');
  if (INSTALL.test(head)) return true;
  if (!SENT_FROM.test(head) || SPEAKING.test(head) || STATING.test(head) || mentionsDate(head)) return false;
  return DEVICE.test(head) || (MINE.test(head) && !/[,;]/.test(head) && head.split(' ').length <= 9);
}

const CONTACT = /(?:\b(?:t[ée]l(?:[ée]phone)?|fax|mobile|port(?:able)?|mob|phone|standard)\b\s*\.?\s*:?\s*[+(\d]|(?:\+33|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}|\S@\S+\.\S|\bwww\.|https?:\/\/|\b\d{5}\s+\p{Lu}|\bcedex\b|siret|rcs\b)/iu;
const ROLE = /^(?:le |la |l['’]|votre )?(?:service|[ée]quipe|responsable|conseill|directeur|directrice|charg[ée]e? d|gestionnaire|assistant|agent|support|team|customer|relation client|sav\b|d[ée]partement|pôle|p\.o\.|pour le)/iu;
const LONGEST_LINE = 70;
const POSTSCRIPT = /^(?:ps|p\.\s?s\.?|nb|n\.\s?b\.?|post-scriptum)(?![\p{L}.])/iu;

export const isPostscript = (head: string): boolean => POSTSCRIPT.test(head);

/** The name with which a mail is signed, or the team's: no way to reach it. */
export const isSignOff = (head: string): boolean => head.length <= 40 && !CONTACT.test(head);

/** Could this line be part of a signature: a name, a role, a company, a number, an address? A sentence could not. */
export function looksLikeSignature(head: string): boolean {
  if (isPostscript(head) || SPEAKING.test(head)) return false;
  const contact = CONTACT.test(head);
  if (head.length > LONGEST_LINE && !contact) return false;
  if (contact) return !/[.!?]$/.test(head) || head.split(/\s+/).length <= 8;
  if (/[!?…]$/.test(head)) return false;
  if (ROLE.test(head)) return true;
  return head.split(/\s+/).length <= 6 && /^(?:[\p{Lu}\d*(|@]|\p{Extended_Pictographic})/u.test(head);
}

/** Below « -- » typed by hand: also a few words in lower case. */
export const couldBeSigned = (head: string): boolean => looksLikeSignature(head) || (head.split(/\s+/).length <= 5 && !/[.!?:;,]$/.test(head) && !SPEAKING.test(head));
