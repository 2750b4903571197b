import { useTranslation } from 'react-i18next';
import type { Channel, Turn as TurnData } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { MarkedText } from './marked-text.js';
import type { Mark } from './marks.js';
import type { Passage } from './passage.js';
import type { Selection } from './use-selection.js';

/** `passage`: the words that the address leads to, if they are in this turn. */
export function Turn({ turn, marks, channel, selection, passage }: { turn: TurnData; marks: readonly Mark[]; channel: Channel; selection: Selection; passage: Passage | null }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { role, roleGuessed, name } = turn.speaker;
  return (
    <li data-turn={turn.position} className={`turn ${role}${turn.private ? ' private' : ''}${passage === null ? '' : ' asked'}`}>
      <p className="turn-head" lang={i18n.language}>
        <span className="speaker">{name ?? t(`role.${role}`)}</span>
        {name !== null && <span className="role">{t(`role.${role}`)}</span>}
        {roleGuessed && <span className="role">{t('interaction.guessed')}</span>}
        {turn.offsetMs !== null && channel !== 'email' && <span className="offset">{format.offset(turn.offsetMs)}</span>}
        {turn.private && <span className="role">{t('interaction.private')}</span>}
      </p>
      <MarkedText text={turn.text} marks={marks} zones={turn.zones} passage={passage} selection={selection} />
    </li>
  );
}
