import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ProblemError } from './api/problem.js';
import { ConsistencyPage } from './consistency/consistency-page.js';
import { CustomerPage } from './customer/customer-page.js';
import { DirectoryPage } from './directory/directory-page.js';
import { FindingsPage } from './findings/findings-page.js';
import { InteractionPage } from './interaction/interaction-page.js';
import { InteractionsPage } from './interactions/interactions-page.js';
import { NotFoundPage } from './not-found/not-found-page.js';
import { OverviewPage } from './overview/overview-page.js';
import { RulebookPage } from './rulebook/rulebook-page.js';
import { Shell } from './shell/shell.js';
import { CrashPage } from './states/crash-page.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What is missing or refused will be so again; only a service that was busy or away is asked twice.
      retry: (failures, error) => failures < 2 && error instanceof ProblemError && error.transient,
      retryDelay: (attempt) => 300 * 2 ** attempt,
    },
  },
});

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          { index: true, element: <OverviewPage /> },
          { path: 'interactions', element: <InteractionsPage /> },
          { path: 'interactions/:id', element: <InteractionPage /> },
          { path: 'clients/:ref', element: <CustomerPage /> },
          { path: 'constats', element: <FindingsPage /> },
          { path: 'coherence', element: <ConsistencyPage /> },
          { path: 'regles', element: <RulebookPage /> },
          { path: 'annuaire', element: <DirectoryPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
