import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Turn } from '../api/types.js';
import type { Mark } from './marks.js';
import type { Passage } from './passage.js';
import { segment, type Due, type Words, type Zone } from './segments.js';
import type { Selection } from './use-selection.js';

/** Zones whose words are somebody else's, or a machine's. */
const DIMMED: readonly Zone['kind'][] = ['quoted', 'signature', 'disclaimer', 'forwarded'];

/** A turn's original words; every finding in them is a link that opens it beside the text. */
export function MarkedText({ text, marks, zones, passage, selection }: { text: string; marks: readonly Mark[]; zones: Turn['zones']; passage: Passage | null; selection: Selection }) {
  const segments = useMemo(() => segment(text, marks, zones.filter(({ kind }) => DIMMED.includes(kind)), passage), [text, marks, zones, passage]);
  return (
    <p className="words">
      {segments.map((one, i) => {
        const before = segments[i - 1];
        if (one.kind === 'due') return <DueMark key={`due-${one.mark.findingId}`} due={one} selection={selection} />;
        const zoneBefore = before?.kind === 'words' ? before.zone : null;
        return (
          <Fragment key={`words-${one.start}`}>
            {one.zone !== null && one.zone !== zoneBefore && <ZoneName kind={one.zone.kind} />}
            <Piece words={one} selection={selection} />
          </Fragment>
        );
      })}
    </p>
  );
}

function ZoneName({ kind }: Pick<Zone, 'kind'>) {
  const { t, i18n } = useTranslation();
  return (
    <span className="zone-name" lang={i18n.language}>
      {t(`zone.${kind}`)}
    </span>
  );
}

function Piece({ words, selection }: { words: Words; selection: Selection }) {
  const dim = words.zone === null ? '' : 'dim';
  if (words.marks.length === 0) {
    const text = words.asked ? <mark className="passage">{words.text}</mark> : words.text;
    return dim === '' ? text : <span className={dim}>{text}</span>;
  }
  const selected = words.marks.find(({ findingId }) => findingId === selection.finding?.id);
  // Several findings on the same words: the narrowest is the one meant, unless one of them is being read.
  const mark = selected ?? words.marks.at(-1)!;
  const kinds = new Set(words.marks.map(({ polarity, sense }) => (sense === 'missing' ? 'missing' : polarity)));
  return (
    <Link
      to={selection.search(mark.findingId)}
      replace
      preventScrollReset
      className={['mark', dim, ...kinds, selected ? `selected on-${selected.sense === 'missing' ? 'missing' : selected.polarity}` : ''].join(' ')}
      data-finding={words.marks.map(({ findingId }) => findingId).join(' ')}
      aria-current={selected ? 'true' : undefined}
      // A finding cut into several pieces is one stop for the keyboard.
      tabIndex={words.opening.length > 0 ? undefined : -1}
    >
      {words.opening.map((opening) => (
        <MarkNumber key={opening.findingId} mark={opening} />
      ))}
      <mark className={words.asked ? 'passage' : undefined}>{words.text}</mark>
    </Link>
  );
}

function MarkNumber({ mark }: { mark: Mark }) {
  const { t, i18n } = useTranslation();
  const label = t('interaction.mark', { number: mark.number, polarity: t(`polarity.${mark.polarity}`).toLowerCase(), rule: mark.ruleId });
  return (
    <span className={`mark-number ${mark.polarity}`} lang={i18n.language}>
      <span aria-hidden="true">{mark.number}</span>
      <span className="unseen">{label}</span>
    </span>
  );
}

function DueMark({ due, selection }: { due: Due; selection: Selection }) {
  const { t, i18n } = useTranslation();
  const { mark } = due;
  const selected = mark.findingId === selection.finding?.id;
  return (
    <Link to={selection.search(mark.findingId)} replace preventScrollReset className={`due ${mark.polarity}${selected ? ' selected' : ''}`} data-finding={mark.findingId} aria-current={selected ? 'true' : undefined} lang={i18n.language}>
      <MarkNumber mark={mark} />
      {t('interaction.due')}
    </Link>
  );
}
