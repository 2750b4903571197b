/** The page « Histoire du client » of a ref. */
export const customerPath = (ref: string): string => `/clients/${encodeURIComponent(ref)}`;
