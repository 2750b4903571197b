import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import type { Counts } from './erasure-queries.js';

const LINES = ['refs', 'interactions', 'shared', 'turns', 'findings', 'reviews', 'statements', 'pledges', 'contradictions', 'facts', 'messages', 'deadLetters', 'conversations'] as const satisfies readonly (keyof Counts)[];

/** How much of what, none included: an erasure is proven by what it counted. */
export function CountTable({ counts, caption }: { counts: Counts; caption: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="figures erasure-counts">
      <caption>{caption}</caption>
      <tbody>
        {LINES.map((line) => (
          <tr key={line}>
            <th scope="row">{t(`erasure.count.${line}`)}</th>
            <td className="number">{format.count(counts[line])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
