import { COACHING_PROBLEMS } from './coaching-problems.js';
import { DISPUTE_PROBLEMS } from './dispute-problems.js';
import type { Words } from './language.js';
import { REVIEW_PROBLEMS } from './review-problems.js';
import { SCORECARD_PROBLEMS } from './scorecard-problems.js';

export interface ProblemKind {
  readonly status: number;
  readonly title: Words;
  /** What a client can do about it. */
  readonly remedy: Words;
}

/**
 * Every problem that the product answers with, by its stable `code`: clients may branch on the code, never on
 * the words. Served at `/problems` and `/problems/{code}`, which is also what `type` points to (RFC 9457 §3.1.1).
 */
export const PROBLEMS = {
  invalid_body: {
    status: 400,
    title: { fr: 'Corps de requête invalide', en: 'Invalid request body' },
    remedy: { fr: 'Corrigez les champs cités dans « errors ».', en: 'Correct the fields listed in "errors".' },
  },
  invalid_json: {
    status: 400,
    title: { fr: 'JSON illisible', en: 'Unreadable JSON' },
    remedy: { fr: 'Envoyez un document JSON en UTF-8 (RFC 8259).', en: 'Send one JSON document in UTF-8 (RFC 8259).' },
  },
  invalid_query: {
    status: 400,
    title: { fr: 'Paramètre de requête invalide', en: 'Invalid query parameter' },
    remedy: { fr: 'Corrigez les paramètres cités dans « errors ».', en: 'Correct the parameters listed in "errors".' },
  },
  invalid_path: {
    status: 400,
    title: { fr: 'Adresse invalide', en: 'Invalid address' },
    remedy: { fr: 'Vérifiez l’identifiant et l’encodage de l’adresse.', en: 'Check the id and the encoding of the address.' },
  },
  invalid_header: {
    status: 400,
    title: { fr: 'En-tête invalide', en: 'Invalid header' },
    remedy: { fr: 'Corrigez l’en-tête cité.', en: 'Correct the header named.' },
  },
  unprocessable: {
    status: 422,
    title: { fr: 'Demande impossible à satisfaire', en: 'Request that cannot be met' },
    remedy: {
      fr: 'Chaque champ est bien formé, mais ne va pas avec le reste : corrigez ceux que cite « errors ».',
      en: 'Each field is well formed but does not go with the rest: correct those listed in "errors".',
    },
  },
  invalid_cursor: {
    status: 422,
    title: { fr: 'Curseur invalide', en: 'Invalid cursor' },
    remedy: {
      fr: 'Reprenez le curseur d’un lien « next », avec les mêmes filtres, ou repartez de la première page.',
      en: 'Take the cursor of a "next" link, with the same filters, or start from the first page.',
    },
  },
  invalid_interaction: {
    status: 422,
    title: { fr: 'Interaction invalide', en: 'Invalid interaction' },
    remedy: { fr: 'Corrigez les champs cités dans « errors ».', en: 'Correct the fields listed in "errors".' },
  },
  invalid_fact: {
    status: 422,
    title: { fr: 'Fait invalide', en: 'Invalid fact' },
    remedy: { fr: 'Corrigez les champs cités dans « errors ».', en: 'Correct the fields listed in "errors".' },
  },
  bad_request: {
    status: 400,
    title: { fr: 'Requête invalide', en: 'Bad request' },
    remedy: { fr: 'Corrigez la requête.', en: 'Correct the request.' },
  },
  unauthorised: {
    status: 401,
    title: { fr: 'Identification requise', en: 'Identification required' },
    remedy: { fr: 'Identifiez-vous.', en: 'Identify yourself.' },
  },
  forbidden: {
    status: 403,
    title: { fr: 'Accès refusé', en: 'Access refused' },
    remedy: { fr: 'Demandez ce droit à votre administrateur.', en: 'Ask your administrator for this right.' },
  },
  not_found: {
    status: 404,
    title: { fr: 'Introuvable', en: 'Not found' },
    remedy: { fr: 'Vérifiez l’identifiant.', en: 'Check the id.' },
  },
  unknown_route: {
    status: 404,
    title: { fr: 'Adresse inconnue', en: 'Unknown address' },
    remedy: { fr: 'Les adresses sont décrites sur /docs.', en: 'Addresses are described at /docs.' },
  },
  unknown_organisation: {
    status: 404,
    title: { fr: 'Organisation inconnue', en: 'Unknown organisation' },
    remedy: { fr: 'Créez l’organisation, ou corrigez son identifiant.', en: 'Create the organisation, or correct its id.' },
  },
  method_not_allowed: {
    status: 405,
    title: { fr: 'Méthode non permise', en: 'Method not allowed' },
    remedy: { fr: 'Utilisez une méthode de l’en-tête « Allow ».', en: 'Use a method of the "Allow" header.' },
  },
  not_acceptable: {
    status: 406,
    title: { fr: 'Format de réponse non disponible', en: 'Response format not available' },
    remedy: { fr: 'Demandez un des formats décrits sur /docs.', en: 'Ask for a format described at /docs.' },
  },
  request_timeout: {
    status: 408,
    title: { fr: 'Requête trop lente', en: 'Request too slow' },
    remedy: { fr: 'Renvoyez la requête.', en: 'Send the request again.' },
  },
  id_conflict: {
    status: 409,
    title: { fr: 'Même identifiant, autre contenu', en: 'Same id, other content' },
    remedy: { fr: 'Augmentez « revision », ou changez « externalId ».', en: 'Raise "revision", or change "externalId".' },
  },
  wrong_credentials: {
    status: 401,
    title: { fr: 'Connexion refusée', en: 'Sign-in refused' },
    remedy: { fr: 'Vérifiez l’identifiant et le mot de passe, ou demandez un lien à un administrateur.', en: 'Check login and password, or ask an administrator for a link.' },
  },
  login_taken: {
    status: 409,
    title: { fr: 'Identifiant déjà pris', en: 'Login already taken' },
    remedy: { fr: 'Choisissez un autre identifiant.', en: 'Choose another login.' },
  },
  last_admin: {
    status: 409,
    title: { fr: 'Dernier administrateur', en: 'Last administrator' },
    remedy: { fr: 'Donnez d’abord ce rôle à un autre compte actif.', en: 'Give that role to another active account first.' },
  },
  link_gone: {
    status: 410,
    title: { fr: 'Lien qui n’est plus valable', en: 'Link no longer valid' },
    remedy: { fr: 'Demandez un autre lien à un administrateur.', en: 'Ask an administrator for another link.' },
  },
  already_settled: {
    status: 409,
    title: { fr: 'Déjà réglé autrement', en: 'Already settled otherwise' },
    remedy: { fr: 'Relisez la ressource : une autre décision a déjà été prise.', en: 'Read the resource again: another decision has been taken.' },
  },
  identity_conflict: {
    status: 409,
    title: { fr: 'Référence de quelqu’un d’autre', en: 'Ref of somebody else' },
    remedy: { fr: 'Séparez d’abord les références citées dans « errors », ou retirez-les.', en: 'Split the refs listed in "errors" off first, or leave them out.' },
  },
  ...REVIEW_PROBLEMS,
  not_a_reviewer: {
    status: 403,
    title: { fr: 'Vous n’êtes pas de ce calibrage', en: 'You are not of this calibration' },
    remedy: { fr: 'Demandez à qui l’a tiré de vous y mettre, dans un nouveau calibrage.', en: 'Ask whoever drew it to put you in a new one.' },
  },
  ...DISPUTE_PROBLEMS,
  ...SCORECARD_PROBLEMS,
  ...COACHING_PROBLEMS,
  webhook_idle: {
    status: 409,
    title: { fr: 'Webhook suspendu ou arrêté', en: 'Webhook paused or stopped' },
    remedy: { fr: 'Reprenez-le d’abord : « state » à « active ».', en: 'Let it go on first: "state" to "active".' },
  },
  idempotency_conflict: {
    status: 422,
    title: { fr: 'Même clé, autre demande', en: 'Same key, other request' },
    remedy: { fr: 'Changez « Idempotency-Key », ou renvoyez la demande d’origine.', en: 'Change "Idempotency-Key", or send the first request again.' },
  },
  erased: {
    status: 410,
    title: { fr: 'Effacé', en: 'Erased' },
    remedy: { fr: 'La personne a été effacée : faites-la effacer à la source aussi.', en: 'The person was erased: have the source erase it too.' },
  },
  precondition_failed: {
    status: 412,
    title: { fr: 'Version dépassée', en: 'Version out of date' },
    remedy: { fr: 'Relisez la ressource et renvoyez son « ETag » dans « If-Match ».', en: 'Read the resource again and send its "ETag" in "If-Match".' },
  },
  payload_too_large: {
    status: 413,
    title: { fr: 'Contenu trop volumineux', en: 'Content too large' },
    remedy: { fr: 'Envoyez moins à la fois.', en: 'Send less at a time.' },
  },
  uri_too_long: {
    status: 414,
    title: { fr: 'Adresse trop longue', en: 'Address too long' },
    remedy: { fr: 'Raccourcissez l’adresse.', en: 'Shorten the address.' },
  },
  unsupported_media_type: {
    status: 415,
    title: { fr: 'Type de contenu non pris en charge', en: 'Unsupported media type' },
    remedy: { fr: 'Changez l’en-tête « Content-Type ».', en: 'Change the "Content-Type" header.' },
  },
  misdirected_request: {
    status: 421,
    title: { fr: 'Nom de serveur non reconnu', en: 'Host name not recognised' },
    remedy: {
      fr: 'Appelez le serveur par un nom qu’il connaît ; un exploitant l’ajoute par DIAPASON_ALLOWED_HOSTS.',
      en: 'Call the server by a name it knows; an operator adds one by DIAPASON_ALLOWED_HOSTS.',
    },
  },
  unsupported_format: {
    status: 422,
    title: { fr: 'Format de fichier non reconnu', en: 'File format not recognised' },
    remedy: { fr: 'Nommez le format, ou convertissez le fichier.', en: 'Name the format, or convert the file.' },
  },
  unreadable_file: {
    status: 422,
    title: { fr: 'Fichier illisible', en: 'Unreadable file' },
    remedy: { fr: 'Vérifiez le fichier à l’endroit cité.', en: 'Check the file at the place named.' },
  },
  too_many_requests: {
    status: 429,
    title: { fr: 'Trop de requêtes', en: 'Too many requests' },
    remedy: { fr: 'Attendez la durée de « Retry-After ».', en: 'Wait for the time in "Retry-After".' },
  },
  header_fields_too_large: {
    status: 431,
    title: { fr: 'En-têtes trop volumineux', en: 'Header fields too large' },
    remedy: { fr: 'Réduisez les en-têtes.', en: 'Reduce the headers.' },
  },
  internal: {
    status: 500,
    title: { fr: 'Erreur interne', en: 'Internal error' },
    remedy: { fr: 'Signalez « requestId » à l’exploitant.', en: 'Report "requestId" to the operator.' },
  },
  unavailable: {
    status: 503,
    title: { fr: 'Service momentanément indisponible', en: 'Service temporarily unavailable' },
    remedy: { fr: 'Réessayez plus tard.', en: 'Try again later.' },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** The address of a problem's description, relative to the server's root. */
export const problemType = (code: ProblemCode): string => `/problems/${code}`;
