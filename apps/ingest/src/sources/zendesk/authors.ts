import type { SpeakerRole } from '#domain';
import type { SpeakerLabel } from '../speaker.js';
import type { ZendeskComment, ZendeskTicket, ZendeskUser } from './zendesk-file.schema.js';

const ROLES: ReadonlyMap<string | undefined, SpeakerRole> = new Map([['end-user', 'customer'], ['agent', 'agent'], ['admin', 'agent']]);

/** Comments that Zendesk writes about a call or joins from a chat: their text is not what their author wrote. */
const WRITTEN_BY_ZENDESK = new Set(['VoiceComment', 'TpeVoiceComment']);
const MANY_VOICES = new Set(['ChatTranscript']);

/** Who wrote the comments of a ticket. */
export class Authors {
  private readonly users = new Map<string, ZendeskUser>();

  constructor(private readonly file: ZendeskTicket) {
    const { ticket, comments, users } = file;
    const known = [...(users ?? []), ticket.requester, ticket.submitter, ticket.assignee, ...comments.map(({ author }) => author)];
    // The first that says a role: others may only name the person.
    for (const user of known) if (user != null && this.users.get(user.id)?.role === undefined) this.users.set(user.id, user);
  }

  of(comment: ZendeskComment): SpeakerLabel {
    const id = comment.author_id ?? comment.author?.id;
    if (WRITTEN_BY_ZENDESK.has(comment.type ?? '')) return { id: 'zendesk', role: 'system' };
    // A whole chat in one comment has its author's name, and the words of all.
    if (MANY_VOICES.has(comment.type ?? '') || comment.via?.channel === 'chat_transcript') return { id: 'transcript', role: 'unknown' };
    // -1 is Zendesk itself (triggers, automations).
    if (id === '-1') return { id: 'zendesk', role: 'system' };
    if (id === undefined || id === null) return { id: 'unknown', role: 'unknown' };
    const user = this.users.get(id);
    const role = ROLES.get(user?.role) ?? this.roleByPlace(id);
    return { id, ref: `zendesk:${id}`, role, ...(user?.name !== undefined && { name: user.name }), ...(user?.email !== undefined && { address: user.email }) };
  }

  /** Only agents can be assigned a ticket; who asks is the customer side of it. */
  private roleByPlace(id: string): SpeakerRole {
    const { ticket } = this.file;
    if (id === (ticket.assignee_id ?? ticket.assignee?.id)) return 'agent';
    return id === (ticket.requester_id ?? ticket.requester?.id) ? 'customer' : 'unknown';
  }
}
