import { ApiHeader } from '@nestjs/swagger';
import { ProblemException } from '#runtime';

const KEY = /^[\x21-\x7e][\x20-\x7e]{0,254}$/;

/**
 * The `Idempotency-Key` of a request that creates something (draft-ietf-httpapi-idempotency-key-header).
 * @throws ProblemException 400
 */
export function checkedKey(given: string | undefined): string | undefined {
  if (given === undefined || KEY.test(given)) return given;
  throw new ProblemException(400, 'invalid_header', {
    fr: '« Idempotency-Key » : 1 à 255 caractères ASCII imprimables.',
    en: '"Idempotency-Key": 1 to 255 printable ASCII characters.',
  });
}

/** @param what was made by the same key before, with an article in French */
export const keyUsed = ({ fr, en }: { readonly fr: string; readonly en: string }): ProblemException =>
  new ProblemException(422, 'idempotency_conflict', { fr: `Cette « Idempotency-Key » a déjà servi pour ${fr}.`, en: `This "Idempotency-Key" was already used for ${en}.` });

/** Says so in the OpenAPI document. */
export const TakesIdempotencyKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'La même clé avec la même demande n’agit qu’une fois · The same key with the same request acts once',
    schema: { type: 'string', pattern: KEY.source },
  });
