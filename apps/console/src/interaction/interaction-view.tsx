import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useMay } from '../access/rights.js';
import type { InteractionDetail } from '../api/types.js';
import { EvaluationSection } from '../evaluation/evaluation-section.js';
import { Tally } from '../findings/marks.js';
import { useTitle } from '../interactions/use-title.js';
import { type ChosenWords, selectedWords } from '../queue/chosen-words.js';
import { MissingFinding } from '../queue/missing-finding.js';
import { ReviewBar } from '../queue/review-bar.js';
import { Page } from '../shell/page.js';
import { useKeys } from '../shell/use-keys.js';
import { FindingPanel } from './finding-panel.js';
import { InteractionFacts } from './interaction-facts.js';
import { inReadingOrder, marksByTurn } from './marks.js';
import { readPassage } from './passage.js';
import { Turn } from './turn.js';
import { showFinding, useSelection } from './use-selection.js';
import { WordsGone } from './words-gone.js';

export function InteractionView({ interaction }: { interaction: InteractionDetail }) {
  const { t } = useTranslation();
  const ordered = useMemo(() => inReadingOrder(interaction.findings), [interaction.findings]);
  const marks = useMemo(() => marksByTurn(ordered), [ordered]);
  const selection = useSelection(ordered);
  const back = useBack();
  const { hash } = useLocation();
  const passage = useMemo(() => readPassage(hash), [hash]);
  const { step, search } = selection;
  const [parameters] = useSearchParams();
  const reviews = useMay('review');
  const kept = interaction.wordsGone === null;
  const queue = reviews ? parameters.get('file') : null;
  const navigate = useNavigate();
  // Undefined: nothing is being added; null: on words to be typed.
  const [adding, setAdding] = useState<ChosenWords | null | undefined>();
  const stopAdding = useCallback(() => setAdding(undefined), []);
  const addMissing = useCallback(() => setAdding(selectedWords(window.getSelection())), []);
  useKeys(
    useMemo(() => {
      const next = (): void => step(1);
      const previous = (): void => step(-1);
      return { ...(reviews && kept && { m: addMissing }), j: next, ArrowRight: next, k: previous, ArrowLeft: previous, Escape: () => back(), Backspace: () => back() };
    }, [step, back, addMissing, reviews, kept]),
  );
  // Whoever fills a scorecard in has it first; else what was found comes first.
  const [filling, fill] = useState<string | null>(null);
  const evaluations = <EvaluationSection interaction={interaction.id} filling={filling} fill={fill} />;
  useShowAsked();
  const title = useTitle(interaction);
  return (
    <Page title={title} lead={<InteractionFacts interaction={interaction} />} aside={<Tally {...interaction} />}>
      <p className="way-back">
        <Link to="/interactions" onClick={back}>
          ← {t('interaction.back')}
        </Link>
      </p>
      {queue !== null && <ReviewBar queue={queue} interaction={interaction} />}
      <div className="interaction">
        <section className="transcript" aria-label={t('interaction.transcript')}>
          <WordsGone gone={interaction.wordsGone} />
          <ol lang={interaction.language === 'und' ? undefined : interaction.language}>
            {interaction.turns.map((turn) => (
              <Turn key={turn.position} turn={turn} marks={marks.get(turn.position) ?? []} channel={interaction.channel} selection={selection} passage={passage?.turn === turn.position ? passage : null} />
            ))}
          </ol>
        </section>
        <div className="beside">
          {!reviews || interaction.wordsGone !== null ? null : adding === undefined ? (
            <p className="add-missing">
              <button type="button" className="quiet" onMouseDown={(event) => event.preventDefault()} onClick={addMissing}>
                {t('queue.missingButton')} <kbd aria-hidden="true">m</kbd>
              </button>
            </p>
          ) : (
            <MissingFinding interaction={interaction} chosen={adding} close={stopAdding} added={finish} />
          )}
          {filling !== null && evaluations}
          <FindingPanel selection={selection} total={ordered.length} notChecked={interaction.notChecked} agentSpoke={interaction.agentSpoke} />
          {filling === null && evaluations}
        </div>
      </div>
    </Page>
  );

  function finish(findingId: string): void {
    setAdding(undefined);
    void navigate(search(findingId), { replace: true, preventScrollReset: true });
  }
}

/** Where the reader came from, with its filters; the list when the address was opened directly. */
function useBack(): (event?: { preventDefault: () => void }) => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  // How the page was entered: selecting a finding changes the key, not the way back.
  const [direct] = useState(key === 'default');
  return useCallback(
    (event?: { preventDefault: () => void }) => {
      event?.preventDefault();
      void (direct ? navigate('/interactions') : navigate(-1));
    },
    [navigate, direct],
  );
}

/** An address that names a finding or a passage opens on its words. */
function useShowAsked(): void {
  const { search } = useLocation();
  useEffect(() => {
    const asked = new URLSearchParams(search).get('constat');
    if (asked !== null) showFinding(asked);
    // Where the panel lies below the text, the middle of the window is hidden by it.
    else document.querySelector('.passage, .turn.asked')?.scrollIntoView({ block: 'start' });
    // oxlint-disable-next-line react/exhaustive-deps -- on arrival only: later selections bring themselves into view
  }, []);
}
