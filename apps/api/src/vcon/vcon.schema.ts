/** What the OpenAPI document says of a vCon: the draft is its definition, this only names its parts. */
export const vconAnswer = {
  type: 'object',
  description: 'vCon 0.4.0, forme non signée · unsigned form (draft-ietf-vcon-vcon-core-04)',
  required: ['vcon', 'uuid', 'extensions', 'created_at', 'parties', 'dialog', 'analysis', 'attachments', 'diapason'],
  properties: {
    vcon: { const: '0.4.0' },
    uuid: { type: 'string', format: 'uuid', description: 'De cette révision et de cette analyse · Of this revision and analysis' },
    extensions: { type: 'array', items: { type: 'string' } },
    created_at: { type: 'string', format: 'date-time' },
    subject: { type: 'string' },
    parties: { type: 'array', items: { type: 'object' } },
    dialog: { type: 'array', items: { type: 'object' }, description: 'Un texte par tour, ou l’appel · One text per turn, or the call' },
    analysis: { type: 'array', items: { type: 'object' }, description: '`transcript` d’un appel, `report` des constats · transcript of a call, report of the findings' },
    attachments: { type: 'array', items: { type: 'object' }, description: 'Notes internes (`purpose: internal-note`) · Internal notes' },
    diapason: { type: 'object', description: 'Ce qui permet de la relire à l’identique · What lets it be read back the same' },
  },
} as const;
