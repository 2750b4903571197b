import { useTranslation } from 'react-i18next';
import type { Channel, Turn as TurnData } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { MarkedText } from './marked-text.js';
import type { Mark } from './marks.js';
import { turnAnchor } from './turn-path.js';
import type { Selection } from './use-selection.js';

/** `asked`: the address leads to this turn. */
export function Turn({ turn, marks, channel, selection, asked }: { turn: TurnData; marks: readonly Mark[]; channel: Channel; selection: Selection; asked: boolean }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { role, roleGuessed, name } = turn.speaker;
  return (
    <li id={turnAnchor(turn.position)} className={`turn ${role}${turn.private ? ' private' : ''}${asked ? ' asked' : ''}`}>
      <p className="turn-head" lang={i18n.language}>
        <span className="speaker">{name ?? t(`role.${role}`)}</span>
        {name !== null && <span className="role">{t(`role.${role}`)}</span>}
        {roleGuessed && <span className="role">{t('interaction.guessed')}</span>}
        {turn.offsetMs !== null && channel !== 'email' && <span className="offset">{format.offset(turn.offsetMs)}</span>}
        {turn.private && <span className="role">{t('interaction.private')}</span>}
      </p>
      <MarkedText text={turn.text} marks={marks} zones={turn.zones} selection={selection} />
    </li>
  );
}
