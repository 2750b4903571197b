import { useTranslation } from 'react-i18next';
import type { AnsweredSlot } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useAnswerTexts } from './use-answer-texts.js';
import { ValueShare } from './value-share.js';

type People = NonNullable<AnsweredSlot['people']>;

/** By name, always: a table sorted by what they say would rank people (docs/fairness.md). */
export function PeopleTable({ slot, people }: { slot: AnsweredSlot; people: People }) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = useAnswerTexts();
  const nameOf = ({ agent }: People[number]): string => agent.name ?? agent.ref;
  return (
    <>
      <p className="note">{t('answers.byAgentNote')}</p>
      <table className="figures answers">
        <thead>
          <tr>
            <th scope="col">{t('overview.colAgent')}</th>
            {slot.values.map((value) => (
              <th key={value.key} scope="col">
                {texts.value(value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people
            .toSorted((a, b) => format.compare(nameOf(a), nameOf(b)))
            .map((person) => (
              <tr key={person.agent.ref}>
                <th scope="row">
                  {nameOf(person)}
                  <span className="under">{person.team ? (person.team.name ?? person.team.ref) : t('overview.noTeam')}</span>
                </th>
                {slot.values.map((value) => (
                  <td key={value.key} data-label={texts.value(value)}>
                    <ValueShare share={person.values.find(({ key }) => key === value.key)?.share} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
