import { z } from 'zod';
import { checkJson, parseJsonBytes } from '../json-text.js';
import { ok, refuse, type Read } from '../refusal.js';
import { vconFileSchema, type VconFile } from './vcon-file.schema.js';

/** What the reader understands beyond the core: a party's role by CC, and our own members. */
const UNDERSTOOD = new Set(['cc', 'diapason']);

const signedSchema = z.looseObject({ payload: z.string(), signatures: z.array(z.unknown()) });

export interface UnsignedForm {
  readonly vcon: VconFile;
  /** It came signed; nobody checked by whom. */
  readonly signed: boolean;
}

/**
 * The vCon itself, out of its signed form (JWS) if need be: its signature is not checked, as no key is known here to trust.
 * An encrypted one (JWE), one of another version and one with an extension that must be understood and is not are refused.
 */
export function unsignedForm(json: unknown): Read<UnsignedForm> {
  const has = (member: string): boolean => json !== null && typeof json === 'object' && Object.hasOwn(json, member);
  if (has('ciphertext')) return refuse('invalid_file', 'vCon chiffré (JWE) : déchiffrez-le avant de le transmettre, aucune clé ne se trouve ici.', '/ciphertext');
  if (!has('signatures')) return understood(json, false);
  const signed = checkJson(signedSchema, json, 'invalid_file', 'vCon signé');
  if (signed.kind === 'refused') return signed;
  const payload = parseJsonBytes(Buffer.from(signed.value.payload, 'base64url'));
  return payload.kind === 'ok' ? understood(payload.value, true) : refuse(payload.reason, `vCon signé, contenu de « payload » : ${payload.detail}`, '/payload');
}

function understood(json: unknown, signed: boolean): Read<UnsignedForm> {
  const file = checkJson(vconFileSchema, json, 'invalid_file', 'vCon');
  if (file.kind === 'refused') return file;
  const { vcon, critical, must_support } = file.value;
  if (vcon !== undefined && !/^0\.[0-4]\.\d+$/.test(vcon)) return refuse('invalid_file', `vCon de version « ${vcon.slice(0, 20)} » ; versions lues : 0.0.1 à 0.4.0.`, '/vcon');
  const stranger = [...(critical ?? []), ...(must_support ?? [])].find((name) => !UNDERSTOOD.has(name.toLowerCase()));
  if (stranger === undefined) return ok({ vcon: file.value, signed });
  return refuse('invalid_file', `Ce vCon demande l'extension « ${stranger.slice(0, 60)} », qui n'est pas connue ici : sans elle, il se lirait de travers.`, critical?.includes(stranger) ? '/critical' : '/must_support');
}
