import { history, other, quote, reply, top, type Layout, type Reply } from './parts.js';
import { written } from './people.js';

type Field = readonly [name: string, value: string];
const block = (fields: readonly Field[], colon = ' : '): string => fields.map(([name, value]) => `${name}${colon}${value}`.trimEnd()).join('\n');

const values = ({ setting: s }: Reply) => ({
  from: `${s.customer} <${s.customerAddress}>`, name: s.customer, to: `${s.service} <${s.serviceAddress}>`, service: s.service, subject: s.subject,
  long: `${written.long(s.sent)} ${written.time(s.sent)}`, figures: `${written.figures(s.sent)} ${written.time(s.sent)}`, short: `${written.short(s.sent)} ${written.time(s.sent)}`,
  longAt: `${written.long(s.sent)} à ${written.time(s.sent)}`, english: `${written.english(s.sent)} ${written.time(s.sent)} AM`, gmail: `${written.gmail(s.sent)} à ${written.time(s.sent)}`,
});
type Values = ReturnType<typeof values>;

const outlook = (v: Values): Field[] => [['De', v.from], ['Envoyé', v.long], ['À', v.to], ['Objet', v.subject]];
const english = (v: Values): Field[] => [['From', v.from], ['Sent', v.english], ['To', v.to], ['Subject', v.subject]];
const orange = (v: Values): string => `Message du ${v.short}\nDe : "${v.name}" \nA : "${v.service}" \nCopie à : \nObjet : ${v.subject}\n`;

const headed = (client: string, head: (v: Values) => string, mark: string | null = null, gap = '\n\n'): Layout => reply(client, (r) => head(values(r)), mark, gap);
const forward = (client: string, head: (v: Values) => string): Layout => ({ client, build: (r) => [...top(r), other(`${head(values(r))}\n\n`), history(r.history)] });

/** Programs that introduce the history by a block of headers. */
export const HEADER_LAYOUTS: readonly Layout[] = [
  headed('Outlook', (v) => block(outlook(v))),
  headed('Outlook, names only', (v) => block([['De', v.name], ['Envoyé', v.long], ['À', v.service], ['Objet', v.subject]])),
  headed('Outlook, no-break spaces', (v) => block(outlook(v), '\u00a0: ')),
  headed('Outlook, stars for bold', (v) => outlook(v).map(([name, value]) => `*${name} :* ${value}`).join('\n')),
  headed('Outlook, two stars for bold', (v) => outlook(v).map(([name, value]) => `**${name} :** ${value}`).join('\n')),
  headed('Outlook, with copies', (v) => block([['De', v.from], ['Envoyé', v.long], ['À', v.to], ['Cc', 'Direction <direction@maison-roussel.example>'], ['Objet', v.subject], ['Importance', 'Haute']])),
  headed('Outlook, original message', (v) => `-----Message d'origine-----\n${block(outlook(v))}`),
  headed('Outlook, original message, curly', (v) => `-----Message d’origine-----\n${block([['De', `${v.name} [mailto:x@courrier.example]`], ['Envoyé', v.long], ['À', v.service], ['Objet', v.subject]])}`),
  headed('Outlook in English', (v) => block(english(v), ': ')),
  headed('Outlook in English, original message', (v) => `-----Original Message-----\n${block(english(v), ': ')}`),
  headed('Outlook on the web', (v) => `________________________________\n${block(outlook(v))}`),
  headed('Outlook for iOS', (v) => `Obtenir Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\n${block(outlook(v))}`),
  headed('Outlook for Android', (v) => `Télécharger Outlook pour Android\n\n${'_'.repeat(32)}\n${block(english(v), ': ')}`),
  headed('Outlook for Mac', (v) => block([['De', v.from], ['Date', v.longAt], ['À', v.to], ['Objet', `Re: ${v.subject}`]])),
  headed('Outlook for Mac, reply-to', (v) => block([['De', `"${v.name}" <x@courrier.example>`], ['Répondre à', v.from], ['Date', v.longAt], ['À', v.to], ['Objet', v.subject]])),
  headed('Outlook, marked', (v) => quote(block(outlook(v))), '> ', '\n>\n'),
  headed('Windows Mail', (v) => `Provenance : Courrier pour Windows\n\nDe : ${v.name}\nEnvoyé le :${v.long}\nÀ : ${v.service}\nObjet :${v.subject}`),
  headed('Zimbra', (v) => `----- Mail original -----\n${block([['De', `"${v.name}" <x@courrier.example>`], ['À', v.to], ['Envoyé', v.long], ['Objet', v.subject]], ': ')}`),
  headed('Zimbra, newer', (v) => block([['De', `"${v.name}" <x@courrier.example>`], ['À', `"${v.service}" <y@maison-roussel.example>`], ['Envoyé', v.long], ['Objet', v.subject]], ': ')),
  headed('Orange', (v) => quote(orange(v)), '> ', '\n'),
  headed('Orange, text not marked', (v) => `${quote(orange(v))}\n>`, null, '\n'),
  headed('Orange, newer', (v) => block([['envoyé', v.longAt], ['de', v.from], ['à', v.to], ['objet', v.subject]])),
  headed('La Poste', (v) => `> Message du ${v.short}\n> De : "${v.name}" <x@courrier.example>\n> A : ${v.to}\n> Objet : ${v.subject}\n>`, '> ', '\n'),
  headed('SFR', (v) => `${'='.repeat(40)}\n\nMessage du : ${v.figures}\nDe : "${v.name} " <x@courrier.example>\nA : ${v.to}\nCopie à : \nSujet : ${v.subject}`),
  headed('Free', (v) => `----- Mail d'origine -----\nDe: ${v.from}\nÀ: ${v.to}\nEnvoyé: ${v.long} (CET)\nObjet: ${v.subject}`),
  headed('Bouygues', (v) => `-------- Message original --------\nDe : ${v.from}\nDate : ${v.figures}\nÀ : ${v.to}\nObjet : ${v.subject}`),
  headed('Yahoo, older', (v) => ` De : ${v.from}\n À : ${v.to} \n Envoyé le : Lundi 2 mars 2026 10h12\n Objet : ${v.subject}`),
  headed('Samsung', (v) => `Envoyé depuis mon appareil Galaxy\n\n\n-------- Message d'origine --------\nDe : ${v.from}\nDate : ${v.figures} (GMT+01:00)\nÀ : ${v.to}\nObjet : ${v.subject}`),
  headed('Samsung, one line', (v) => `-------- Message d’origine --------De : ${v.from} Date : ${v.figures}  (GMT+01:00) À : ${v.to} Objet : ${v.subject}`),
  headed('Proton Mail, older', (v) => `‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nLe ${v.longAt}, ${v.from} a écrit :`),
  headed('Lotus Notes', (v) => `De :        ${v.from}\nA :        ${v.to}\nDate :        ${v.figures}\nObjet :        ${v.subject}\n${'-'.repeat(60)}`),
  headed('Lotus Notes, stacked', (v) => `${v.from} \n${v.figures}\n\nA\n${v.to}\ncc\n\nObjet\n${v.subject}`),
  headed('eM Client', (v) => `------ Message d'origine ------\nDe "${v.name}" <x@courrier.example>\nÀ ${v.to}\nDate ${v.figures}:05\nObjet ${v.subject}`),
  headed('GMX', (v) => `Envoyé: ${v.longAt}\nDe: ${v.from}\nÀ: ${v.to}\nObjet: ${v.subject}`),
  headed('Salesforce', (v) => `--------------- Message d'origine ---------------\nDe : ${v.name} [x@courrier.example]\nDate d’envoi : ${v.figures}\nÀ : y@maison-roussel.example\nObjet : ${v.subject}`),
  headed('Dynamics', (v) => `------------------- Message d'origine -------------------\nDe : ${v.name}; \nReçu : lun. mars 02 2026 10:12:00 GMT+0100\nÀ : ${v.service}\nObjet : ${v.subject}`),
  headed('Infomaniak', (v) => `Message reçu le ${v.figures}\nDe : ${v.from}\nSujet : ${v.subject}`),
  forward('Gmail, forwarded', (v) => `---------- Forwarded message ---------\nDe : ${v.from}\nDate: ${v.gmail}\nSubject: ${v.subject}\nTo: ${v.to}\n`),
  forward('Gmail, forwarded, French', (v) => `---------- Message transféré ----------\nDe : ${v.from}\nDate : ${v.gmail}\nObjet : ${v.subject}\nÀ : ${v.to}`),
  forward('Apple Mail, forwarded', (v) => `Début du message transféré :\n\nDe: ${v.from}\nObjet: Rép : ${v.subject}\nDate: ${v.longAt}:05 UTC+1\nÀ: ${v.to}`),
  forward('Apple Mail, forwarded, older', (v) => `Début du message réexpédié :\n\n> De: ${v.from}\n> Date: ${v.longAt}\n> À: ${v.to}\n> Objet: ${v.subject}\n`),
  forward('Apple Mail, forwarded, English', (v) => `Begin forwarded message:\n\nFrom: ${v.from}\nSubject: ${v.subject}\nDate: ${v.english}\nTo: ${v.to}`),
  forward('Thunderbird, forwarded', (v) => `-------- Message transféré --------\nSujet : \t${v.subject}\nDate : \t${v.english} +0100\nDe : \t${v.from}\nPour : \t${v.to}\n`),
];
