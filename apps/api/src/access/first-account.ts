import type { INestApplicationContext } from '@nestjs/common';
import { AccountRepository } from '#storage';
import { linkView } from './account-answers.js';

/** Where the first account is made: an address that works once; null when there is an account already. */
export async function firstAccountAddress(app: INestApplicationContext, organisationId: string, url: string): Promise<string | null> {
  const link = await app.get(AccountRepository, { strict: false }).issueFirstLink(organisationId);
  return link === null ? null : `${url}${linkView(link).path}`;
}
