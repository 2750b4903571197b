/** What customers come for, as far as their words say it. */
export const CONTACT_REASONS = [
  'delivery', 'refund', 'return', 'cancellation', 'billing', 'breakdown', 'access', 'appointment', 'change', 'information',
] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];
