import type { FindingView, Named } from '../read-models.js';
import type { Polarity } from '../rulebook.js';

/** In this order, one step at a time: prepared · agreed on for a day · held · acknowledged by the agent · followed up. */
export const COACHING_STATES = ['draft', 'planned', 'held', 'acknowledged', 'followed-up'] as const;
export type CoachingState = (typeof COACHING_STATES)[number];

/** Steps that whoever runs the session takes; acknowledging is the agent's. */
export const COACHING_STEPS = ['planned', 'held', 'followed-up'] as const;
export type CoachingStep = (typeof COACHING_STEPS)[number];

export const COACHED_RULES = { min: 1, max: 5 } as const;
export const COACHING_EXCERPTS = { max: 20 } as const;
export const COACHING_ACTIONS = { max: 10 } as const;
/** Days, on either side of the session. */
export const COACHING_WINDOW = { min: 14, max: 90, default: 28 } as const;

export interface CoachedRule {
  readonly ruleId: string;
  readonly polarity: Polarity;
}

/** Words chosen to be talked about. */
export interface CoachingExcerpt {
  readonly findingId: string;
  readonly ruleId: string;
  /** Null when a later revision no longer has it, or the reader may no longer see it. */
  readonly finding: FindingView | null;
}

export interface CoachingAction {
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly done: boolean;
}

export interface CoachingNote {
  readonly side: 'coach' | 'agent';
  readonly by: string;
  /** Null for an account that is gone. */
  readonly name: string | null;
  readonly text: string;
  /** False: its writer alone reads it. */
  readonly shared: boolean;
  /** RFC 3339. */
  readonly at: string;
}

/** What is measured, told to the agent from the start. */
export interface CoachingMeasure {
  /** Days before and after the session that are compared. */
  readonly windowDays: number;
  /** Last day that is measured, YYYY-MM-DD; null while there is no date. */
  readonly until: string | null;
}

/** That a session exists and how far it is: without a word of what is said in it. */
export interface CoachingSessionSummary {
  readonly id: string;
  readonly agent: Named;
  readonly team: Named | null;
  readonly coach: { readonly id: string; readonly name: string | null };
  readonly state: CoachingState;
  /** Days, YYYY-MM-DD. */
  readonly plannedOn: string | null;
  readonly heldOn: string | null;
  readonly followUpOn: string | null;
  readonly followedUpOn: string | null;
  /** RFC 3339. */
  readonly acknowledgedAt: string | null;
  readonly rules: readonly CoachedRule[];
  readonly measure: CoachingMeasure;
  readonly createdAt: string;
  /** Grows with each change, notes aside. */
  readonly version: number;
}

export interface CoachingSession extends CoachingSessionSummary {
  readonly agenda: readonly CoachingExcerpt[];
  readonly actions: readonly CoachingAction[];
  /** One's own, and those that are shared. */
  readonly notes: readonly CoachingNote[];
}

/** What may change of a session; absent members stay. */
export interface CoachingChange {
  readonly rules?: readonly string[] | undefined;
  /** Ids of findings. */
  readonly agenda?: readonly string[] | undefined;
  readonly actions?: readonly CoachingAction[] | undefined;
  readonly windowDays?: number | undefined;
  readonly followUpOn?: string | null | undefined;
}

export type CoachingMember = keyof CoachingChange;

/**
 * Members that no longer change in a state: what is measured and was talked about stands once the session is held, what was agreed on once
 * the agent has acknowledged it (that it is done can still be said), everything once it is followed up.
 */
export function fixedMembers(state: CoachingState, change: CoachingChange, actions: readonly CoachingAction[]): CoachingMember[] {
  const asked = COACHING_MEMBERS.filter((member) => change[member] !== undefined);
  if (state === 'draft' || state === 'planned') return [];
  if (state === 'followed-up') return asked;
  const agreed = state === 'held' || change.actions === undefined || sameWords(change.actions, actions);
  return asked.filter((member) => (member === 'actions' ? !agreed : member !== 'followUpOn'));
}

export const COACHING_MEMBERS = ['rules', 'agenda', 'actions', 'windowDays', 'followUpOn'] as const satisfies readonly CoachingMember[];

const sameWords = (a: readonly CoachingAction[], b: readonly CoachingAction[]): boolean =>
  a.length === b.length && a.every(({ text, dueOn }, i) => text === b[i]!.text && dueOn === b[i]!.dueOn);

/** The state that a step leads from. */
export const COMES_AFTER = { planned: 'draft', held: 'planned', acknowledged: 'held', 'followed-up': 'acknowledged' } as const satisfies Record<Exclude<CoachingState, 'draft'>, CoachingState>;

/**
 * Why a day does not fit a step; null: it fits. A session is said to be held on the day itself: its day is the middle of what is compared, and
 * whoever could name an earlier one would read an effect at once, of days that the agent was told nothing of, and could choose them for the figures.
 * @param today the day on which the step is entered, in the organisation's time zone
 */
export function unfitDay(step: CoachingStep, on: string, today: string, heldOn: string | null): 'not-today' | 'future' | 'before-held' | null {
  if (step === 'held') return on === today ? null : 'not-today';
  if (step === 'planned') return null;
  if (on > today) return 'future';
  return heldOn !== null && on < heldOn ? 'before-held' : null;
}

const DAY_MS = 86_400_000;

/** A day some days later (or earlier), YYYY-MM-DD. */
export const dayPlus = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** Windows of equal length around the day of the session, which is in neither. */
export const windowsAround = (heldOn: string, days: number): { readonly before: DayWindow; readonly after: DayWindow } => ({
  before: { from: dayPlus(heldOn, -days), to: dayPlus(heldOn, -1) },
  after: { from: dayPlus(heldOn, 1), to: dayPlus(heldOn, days) },
});
