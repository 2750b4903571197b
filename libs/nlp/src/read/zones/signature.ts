/** A line that announces the signature: « -- » (with or without its space), a rule of underscores. */
const DELIMITER = /^(?:--|[—–]+|_{2,}|-{3,}|\*{3,}|={3,})$/;
const DEVICE = /^[[(]?(?:envoy[ée] (?:de|depuis|à partir d[eu]|avec|par)|sent (?:from|with|via)|t[ée]l[ée]charge[rz] (?:outlook|yahoo)|get outlook|exp[ée]di[ée] depuis|provenance ?:|enviado desde|gesendet von|obtenir outlook|sent$)/i;
const DEVICE_LENGTH = 90;
const DISCLAIMER =
  /^[*_\s]*(?:ce (?:message|courriel|mail|courrier|e-mail)[^.]{0,120}(?:confidentiel|destin|r[ée]serv|propri[ée]t|juridique)|(?:avis|clause|mention)s? (?:de confidentialit[ée]|l[ée]gales?)|(?:this|the information (?:in|contained)[^.]{0,20}) ?(?:e-?mail|message|communication)?[^.]{0,120}(?:confidential|intended|privileged)|confidentialit[ée]\s*:|confidentiality notice|disclaimer\s*:|(?:pensez|merci de penser|adoptez l['’][ée]co|avant d['’]imprimer|n['’]imprimez)[^.]{0,60}(?:environnement|plan[eè]te|imprimer|attitude|n[ée]cessaire)|please consider the environment|si vous (?:n['’][êe]tes pas le destinataire|avez reçu ce (?:message|courriel|mail) par erreur)|les informations contenues dans ce (?:message|courriel|mail)|l['’]int[ée]grit[ée] de ce message|sauf mention contraire|ce message est un (?:message|courriel) automatique|merci de ne pas r[ée]pondre à ce (?:message|courriel|mail))/iu;

export const isSignatureDelimiter = (head: string): boolean => DELIMITER.test(head);
export const isDeviceLine = (head: string): boolean => head.length <= DEVICE_LENGTH && DEVICE.test(head);
export const isDisclaimerStart = (head: string): boolean => DISCLAIMER.test(head);

const CONTACT = /(?:\b(?:t[ée]l(?:[ée]phone)?|fax|mobile|port(?:able)?|mob|phone|standard)\b\s*\.?\s*:?\s*[+(\d]|(?:\+33|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}|\S@\S+\.\S|\bwww\.|https?:\/\/|\b\d{5}\s+\p{Lu}|\bcedex\b|siret|rcs\b)/iu;
const ROLE = /^(?:le |la |l['’]|votre )?(?:service|[ée]quipe|responsable|conseill|directeur|directrice|charg[ée]e? d|gestionnaire|assistant|agent|support|team|customer|relation client|sav\b|d[ée]partement|pôle|p\.o\.|pour le)/iu;
const LONGEST_LINE = 70;

/** Could this line be part of a signature: a name, a role, a company, a number, an address? A sentence could not. */
export function looksLikeSignature(head: string): boolean {
  if (head.length > LONGEST_LINE && !CONTACT.test(head)) return false;
  if (CONTACT.test(head) || ROLE.test(head)) return true;
  if (/[!?…]$|^(?:ps|p\.s|nb|n\.b)\b/i.test(head)) return false;
  const words = head.split(/\s+/);
  return words.length <= 6 && /^[\p{Lu}\d*(|]/u.test(head) && !/(?:^|\s)(?:je|j['’]|nous|vous|il|elle|tu|on|c['’])(?![\p{L}-])/iu.test(head);
}
