/** The part of webvtt-parser 2.2 that is used; the package has no types. */
declare module 'webvtt-parser' {
  export interface VttNode {
    /** Absent on the root. */
    readonly type?: 'text' | 'object' | 'timestamp';
    /** `v`, `c`, `i` … */
    readonly name?: string;
    /** Text, a tag's annotation (the voice of `<v>`), or a time in seconds. */
    readonly value?: string | number;
    readonly children?: readonly VttNode[];
  }
  export interface VttCue {
    readonly id: string;
    /** Seconds. */
    readonly startTime: number;
    readonly endTime: number;
    readonly text: string;
    readonly tree: VttNode;
  }
  export class WebVTTParser {
    constructor(entities?: Readonly<Record<string, string>>);
    parse(input: string, mode?: string): { readonly cues: readonly VttCue[]; readonly errors: readonly { readonly message: string; readonly line: number }[] };
  }
}
