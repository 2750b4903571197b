import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Finding } from '../api/types.js';

/**
 * The entity tag of a finding about which nothing else was said since the page was read: a decision is held to it.
 * @throws ProblemError, 412 `precondition_failed` when somebody judged, commented, disputed or resolved meanwhile
 */
export async function tagAsRead(seen: Finding): Promise<string> {
  let etag = '';
  const now = await answer(
    api.GET('/v1/findings/{id}', { params: { path: { id: seen.id } } }).then((given) => {
      etag = given.response.headers.get('etag') ?? '';
      return given;
    }),
  );
  if (said(now) !== said(seen)) throw new ProblemError({ status: 412, code: 'precondition_failed' });
  return etag;
}

const said = ({ review, dispute, comment }: Finding): string => JSON.stringify([review, dispute, comment]);
