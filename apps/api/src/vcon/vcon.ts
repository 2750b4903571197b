import { VCON_EXTENSION, type VconExtension } from '#domain';

/** `application/vcon` is what the draft would register; `application/vcon+json` is what tools ask for. */
export const VCON_TYPES = ['application/vcon+json', 'application/vcon'] as const;

/** A vCon 0.4.0 (draft-ietf-vcon-vcon-core-04) as far as it is written here. Indices count from 0, times are RFC 3339, durations seconds. */
export interface Vcon {
  readonly vcon: '0.4.0';
  readonly uuid: string;
  /** `CC` for the roles of parties (draft-ietf-vcon-cc-extension), and our own. */
  readonly extensions: readonly ['CC', typeof VCON_EXTENSION];
  readonly created_at: string;
  readonly subject?: string;
  readonly parties: readonly VconParty[];
  readonly dialog: readonly VconDialog[];
  readonly analysis: readonly VconAnalysis[];
  readonly attachments: readonly VconAttachment[];
  readonly [VCON_EXTENSION]: VconExtension;
}

export interface VconParty {
  readonly name?: string;
  readonly mailto?: string;
  /** The person's id in the company's systems. */
  readonly uuid?: string;
  readonly type?: 'person' | 'bot';
  readonly role?: 'agent' | 'customer' | 'thirdparty';
}

interface Inline {
  readonly mediatype: string;
  readonly encoding: 'none' | 'json';
  readonly body: unknown;
}

/** A written turn, or the call, whose words are in its transcript. Without content: the placeholder of a dialog. */
export interface VconDialog extends Partial<Inline> {
  readonly type: 'text' | 'recording';
  readonly start: string;
  readonly duration?: number;
  readonly parties: readonly number[];
  readonly originator?: number;
  readonly message_id?: string;
}

export interface VconAnalysis extends Inline {
  readonly type: 'transcript' | 'report';
  readonly dialog: number | readonly number[];
  readonly vendor: 'Diapason';
  readonly product: string;
  readonly schema: string;
}

/** A note that the customer never saw: no dialog, so that no reader takes it for something said. */
export interface VconAttachment extends Inline {
  readonly purpose: string;
  readonly start: string;
  readonly party: number;
  readonly dialog: number;
}
