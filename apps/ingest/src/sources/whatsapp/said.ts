import { withoutMarks } from './lines.js';

/** What an entry says. */
export type Said =
  | { readonly kind: 'message'; readonly name: string; readonly text: string }
  /** WhatsApp's own line. */
  | { readonly kind: 'system'; readonly text: string }
  /** A file, a deleted message, a missed call: nobody's words. */
  | { readonly kind: 'nothing' };

/** `Name: text`; no name is longer, nor has a colon. */
const NAMED = /^([^:\n]{1,100}):(?:\s|$)([\s\S]*)$/;

/** WhatsApp's own sentences about people, where a colon may follow in what they quote. */
const ABOUT_PEOPLE = /\b(?:a (?:changé|modifié|créé|ajouté|retiré|supprimé|quitté|rejoint|épinglé)|avez (?:changé|modifié|créé|ajouté|retiré|supprimé|quitté|rejoint|épinglé)|changed|created|added|removed|joined|pinned)(?![\p{L}])/iu;

const ENCRYPTION = /chiffrés de bout en bout|end-to-end encrypted/i;

/** Files that were left out of the export: in brackets (Android) or after a direction mark (iPhone). */
const LEFT_OUT = /^<?(?:médias?|media|images?|photos?|vidéo|video|audio|stickers?|gif|documents?|contact card|carte de visite|fiche contact|contact|message vocal|voice message)[^\n<>]{0,40}(?:omise?s?|omitted|absente?s?|retirée?s?|exclue?s?)>?\.?$/iu;
const DELETED = /^(?:ce message a été supprimé|vous avez supprimé ce message|this message was deleted|you deleted this message|null)\.?$/i;
/** A file that came with the export, perhaps with words below or before it. */
const ATTACHED = /^[^\n]{1,150}\.[a-z0-9]{2,5} \((?:fichier joint|file attached)\)(?:\n|$)|<(?:attached|pièce jointe)\s?: [^<>\n]{1,200}>/giu;
const EDITED = /<(?:ce message a été modifié|this message was edited)>\s*$/i;

export function saidIn(rest: string): Said {
  const named = NAMED.exec(rest);
  const name = withoutMarks(named?.[1] ?? '').trim();
  if (named === null || name === '' || ABOUT_PEOPLE.test(name) || ENCRYPTION.test(name)) return { kind: 'system', text: withoutMarks(rest).trim() };
  const body = named[2] ?? '';
  const text = withoutMarks(body).replace(ATTACHED, '').replace(EDITED, '').trim();
  const marked = body.startsWith('\u200e');
  if (text === '' || DELETED.test(text)) return { kind: 'nothing' };
  if (LEFT_OUT.test(text) && (marked || text.startsWith('<'))) return { kind: 'nothing' };
  // On an iPhone a line of WhatsApp's own has a name before it, and a direction mark.
  if (marked && !body.includes('<')) return { kind: 'system', text };
  return { kind: 'message', name, text };
}

/** French words that only WhatsApp writes: the whole layout is then French. */
const FRENCH = /chiffrés de bout en bout|<Médias omis>|\u200e(?:image|vidéo) absente|\u200e(?:audio|document|sticker) omis|<Ce message a été modifié>|\.[a-z0-9]{2,5} \(fichier joint\)/i;

export const isFrench = (text: string): boolean => FRENCH.test(text) || /^[^\n]{0,3}\[?\d{1,2}\/\d{1,2}\/\d{2,4} à \d/m.test(text);
