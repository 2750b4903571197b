import type { Channel, Interaction, SpeakerRole, Statement, TurnZone } from '#domain';
import type { Matcher } from '../engine/matcher.js';
import { withoutOverlap } from '../engine/select-matches.js';
import type { TokenMatch } from '../engine/select-matches.js';

/** Pattern ids of the compiled rulebook that are looked for together. */
export type Phrases = readonly number[];

/** Words found in a turn. */
export interface Occurrence {
  /** Position of the turn in the interaction. */
  readonly turn: number;
  /** UTF-16 offsets into the original turn text. */
  readonly start: number;
  readonly end: number;
  /** Tokens of the whole interaction: distances in words are differences of these. */
  readonly firstToken: number;
  readonly endToken: number;
}

/** One turn, as rules may look at it. */
export interface ReadTurn {
  readonly index: number;
  readonly role: SpeakerRole;
  readonly text: string;
  /** Said to the other side, by a known or unknown speaker; false for internal notes. */
  readonly spoken: boolean;
  readonly startMs?: number;
  readonly endMs?: number;
  readonly firstToken: number;
  readonly endToken: number;
  readonly zones: readonly TurnZone[];
}

/** An interaction that was read once and that every rule looks at. */
export class Reading {
  private readonly found = new Map<Phrases, readonly Occurrence[]>();
  private readonly bySpeaker = new Map<SpeakerRole, readonly ReadTurn[]>();

  private said: readonly Statement[] | undefined;

  constructor(
    readonly interaction: Interaction,
    readonly language: string,
    /** One per turn of the interaction, private ones included; a private turn has no tokens. */
    readonly turns: readonly ReadTurn[],
    private readonly matcher: Matcher,
    private readonly extract: (reading: Reading) => readonly Statement[],
  ) {}

  get channel(): Channel {
    return this.interaction.channel;
  }

  /** What agents undertake, refuse, say to be done or state of the case; read once, when first asked for. */
  statements(): readonly Statement[] {
    return (this.said ??= this.extract(this));
  }

  /** The turns a speaker said aloud that have at least one word. */
  turnsOf(role: SpeakerRole): readonly ReadTurn[] {
    let turns = this.bySpeaker.get(role);
    if (turns === undefined) {
      turns = this.turns.filter((turn) => turn.role === role && turn.spoken && turn.endToken > turn.firstToken);
      this.bySpeaker.set(role, turns);
    }
    return turns;
  }

  /** Where these phrases occur, whoever spoke; leftmost and longest, none overlapping another. */
  find(phrases: Phrases): readonly Occurrence[] {
    let occurrences = this.found.get(phrases);
    if (occurrences === undefined) {
      const matches = phrases.flatMap((pattern) => this.matcher.matches(pattern));
      occurrences = withoutOverlap(matches).map((match) => this.occurrence(match));
      this.found.set(phrases, occurrences);
    }
    return occurrences;
  }

  /** The same, all of them, overlapping ones too. */
  findAll(phrases: Phrases): readonly Occurrence[] {
    return phrases.flatMap((pattern) => this.matcher.matches(pattern)).map((match) => this.occurrence(match));
  }

  /** The occurrences that a role said. */
  saidBy(role: SpeakerRole, phrases: Phrases): readonly Occurrence[] {
    return this.find(phrases).filter((found) => this.turns[found.turn]!.role === role);
  }

  /** The span of the sentence of a token, in its turn. */
  sentenceAt(token: number): { turn: number; start: number; end: number } {
    const { stream } = this.matcher;
    const turn = this.matcher.turnOf(token);
    const first = stream.sentenceStart(token);
    const last = stream.sentenceEnd(token) - 1;
    const { text } = this.turns[turn]!;
    let end = stream.ends[last]!;
    while (end < text.length && '.…!?'.includes(text[end]!)) end += 1;
    return { turn, start: stream.starts[first]!, end };
  }

  /** The first token of the sentence that holds this one. */
  sentenceStart(token: number): number {
    return this.matcher.stream.sentenceStart(token);
  }

  tokenFlags(token: number): number {
    return this.matcher.stream.flags[token]!;
  }

  tokenSpan(token: number): { turn: number; start: number; end: number } {
    return { turn: this.matcher.turnOf(token), start: this.matcher.stream.starts[token]!, end: this.matcher.stream.ends[token]! };
  }

  private occurrence(match: TokenMatch): Occurrence {
    const { stream } = this.matcher;
    return {
      turn: this.matcher.turnOf(match.start),
      start: stream.starts[match.start]!,
      end: stream.ends[match.end - 1]!,
      firstToken: match.start,
      endToken: match.end,
    };
  }
}
