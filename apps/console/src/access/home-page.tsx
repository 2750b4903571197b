import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { OverviewPage } from '../overview/overview-page.js';
import { me } from './queries.js';
import { may } from './rights.js';

/** The first page: figures, for whoever reads them; an agent's own findings otherwise. */
export function HomePage() {
  const { data } = useQuery(me);
  return may(data, 'figures') ? <OverviewPage /> : <Navigate to={may(data, 'own') ? '/moi' : '/regles'} replace />;
}
