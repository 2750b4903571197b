/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque keyset cursor of the next page, null at the end. */
  readonly next: string | null;
}

export interface PageRequest {
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string;
}
