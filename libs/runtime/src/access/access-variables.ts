import { z } from 'zod';
import { isLoopback } from '../http/front-door.js';
import { EnvironmentError } from '../process/environment.js';
import { ACCESS_MODES, type AccessMode } from './access-mode.js';

/** Who may come in: for every process that takes in or shows something. */
export const ACCESS_VARIABLES = {
  DIAPASON_ACCESS: z.enum(ACCESS_MODES).optional().describe('accounts (fermé), setup (ouvert sur cette machine jusqu’au premier compte) ou open (ouvert)'),
  DIAPASON_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional().transform((url) => url?.replace(/\/+$/, '')).describe('https://diapason.maison.example'),
};

/**
 * The mode that holds where a process listens: `setup` is for a port that only this machine reaches, and closes elsewhere.
 * @throws EnvironmentError for `open` beyond loopback
 */
export function accessModeAt(host: string, asked: AccessMode): AccessMode {
  if (isLoopback(host) || asked === 'accounts') return asked;
  if (asked === 'setup') return 'accounts';
  throw new EnvironmentError(`DIAPASON_ACCESS=open n’écoute que sur cette machine, pas sur ${host} : ôtez-le et créez des comptes, ou écoutez sur 127.0.0.1.`);
}
