import type { frDirectory } from './fr-directory.js';

/** Texts of the page « Annuaire » in English. */
export const enDirectory: typeof frDirectory = {
  title: 'Directory',
  lead: 'One person often has several refs: an address, a number in the chat, an extension. Attached, they count as one in every figure, past and to come. Every change is journalled.',
  unattached: 'To be attached',
  listed: 'Known agents',
  lastSeen: 'seen on {{date}}',
  who: 'Who is {{name}}?',
  choose: 'Choose…',
  own: 'Somebody else, to be listed',
  attach: 'Attach',
  attached: '{{ref}} is {{name}} now.',
  listedOwn: '{{ref}} is in the directory.',
  detach: 'Split off',
  detachLabel: 'Split {{ref}} off {{name}}',
  detached: '{{ref}} is no longer {{name}}.',
  refs: 'Other refs of {{name}}',
  seeInteractions: 'See the interactions of {{name}}',
  failed: 'Nothing was changed. {{why}}',
  noneWaits: 'Everybody is known',
  noneWaitsDetail: 'No agent seen in an interaction waits to be attached.',
  noneListed: 'The directory is empty',
  noneListedDetail: 'Import a CSV or JSON file with "diapason directory import", or list those who wait.',
};
