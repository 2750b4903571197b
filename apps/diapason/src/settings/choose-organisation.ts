import type { OrganisationRepository } from '#storage';
import { Failure } from '../failure.js';

/** The organisation asked for, else the only one there is. @throws Failure listing those there are */
export async function chooseOrganisation(organisations: OrganisationRepository, asked: string | undefined): Promise<string> {
  const known = await organisations.listOrganisations();
  const id = asked ?? (known.length === 1 ? known[0] : undefined);
  if (id !== undefined && known.includes(id)) return id;
  const list = known.length === 0 ? 'Il n’y en a pas encore : démarrez Diapason une fois.' : `Organisations : ${known.join(', ')}.`;
  throw new Failure(id === undefined ? `précisez --organisation. ${list}` : `pas d’organisation « ${id} ». ${list}`);
}
