import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { PasswordPage } from './access/password-page.js';
import { isSignedOut, me } from './access/queries.js';
import { SignInPage } from './access/sign-in-page.js';
import { WelcomePage } from './access/welcome-page.js';
import { ProblemError } from './api/problem.js';
import { CalibrationPage } from './calibration/calibration-page.js';
import { OwnSessionPage } from './coaching/own-session-page.js';
import { PreparationPage } from './coaching/preparation-page.js';
import { SessionPage } from './coaching/session-page.js';
import { CustomerPage } from './customer/customer-page.js';
import { EvaluationPage } from './evaluation/evaluation-page.js';
import { InteractionPage } from './interaction/interaction-page.js';
import { NotFoundPage } from './not-found/not-found-page.js';
import { PAGES } from './pages.js';
import { ScorecardPage } from './scorecard/scorecard-page.js';
import { Shell } from './shell/shell.js';
import { CrashPage } from './states/crash-page.js';

/** The session ended while a page was open: the shell then leads to sign-in, and back. */
const onError = (error: Error): void => {
  if (isSignedOut(error)) client.setQueryData(me.queryKey, null);
};

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
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
  { path: 'connexion', element: <SignInPage />, errorElement: <CrashPage /> },
  { path: 'bienvenue', element: <WelcomePage />, errorElement: <CrashPage /> },
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          ...PAGES.map(({ to, element }) => ({ path: to, element })),
          { path: 'interactions/:id', element: <InteractionPage /> },
          { path: 'clients/:ref', element: <CustomerPage /> },
          { path: 'calibrage/:id', element: <CalibrationPage /> },
          { path: 'grilles/:id', element: <ScorecardPage /> },
          { path: 'evaluations/:id', element: <EvaluationPage /> },
          { path: 'coaching/preparation', element: <PreparationPage /> },
          { path: 'coaching/:id', element: <SessionPage /> },
          { path: 'mes-seances/:id', element: <OwnSessionPage /> },
          { path: 'mot-de-passe', element: <PasswordPage /> },
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
