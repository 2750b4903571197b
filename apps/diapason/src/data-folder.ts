import path from 'node:path';
import { projectRoot } from './project-root.js';

/** Where the embedded database lives unless told: DIAPASON_DATA, else `.diapason` in the project. */
export const dataFolder = (): string => process.env['DIAPASON_DATA'] ?? path.join(projectRoot(), '.diapason');
