import { useTranslation } from 'react-i18next';
import { languageOf } from '../i18n/i18n.js';
import type { ScorecardProblem } from './scorecard-queries.js';

/** What is wrong here, and how to put it right. */
export function ProblemLines({ problems, id }: { problems: readonly ScorecardProblem[]; id?: string }) {
  const { i18n } = useTranslation();
  if (problems.length === 0) return null;
  const language = languageOf(i18n.language);
  return (
    <ul className="problem-lines" id={id}>
      {problems.map((problem) => (
        <li key={problem.path.join('/')} className="doubt">
          {problem[language]}
        </li>
      ))}
    </ul>
  );
}
