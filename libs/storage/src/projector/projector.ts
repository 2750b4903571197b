import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS } from '../database/scope.js';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { VIEWS } from '../views/index.js';
import { readJournal, readLag, type Cursor } from './read-journal.js';
import type { View } from './view.js';

const BATCH = 1_000;
/** Asked for by polling: NOTIFY takes a lock over the whole database at every commit, which slows the writers. */
const PAUSE_MS = 200;
const PAUSE_AFTER_ERROR_MS = 1_000;

/**
 * Keeps the views in step with the journal. Any number of processes may run one: each view is worked on by one of
 * them at a time, and its cursor moves in the transaction that changes its rows.
 */
@Injectable()
export class Projector implements OnModuleDestroy {
  private running: Promise<void> | null = null;
  private stopping = new AbortController();
  private lastError: string | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Reads what has been journalled so far. Returns how many entries were applied, over all views; a view that another
   * process is working on is left to it.
   */
  async catchUp(): Promise<number> {
    let applied = 0;
    for (const name of await this.viewsBehind()) {
      const view = VIEWS.find((candidate) => candidate.name === name);
      if (view === undefined) continue;
      for (let count = BATCH; count === BATCH; applied += count) count = await this.advance(view);
    }
    return applied;
  }

  /**
   * Waits until every view has read everything journalled before this call, also when another process does the work.
   * @throws when that takes longer than `timeoutMs`, e.g. because a transaction stays open.
   */
  async settle(timeoutMs = 30_000): Promise<void> {
    const sql = sqlOn(this.dataSource, ALL_ORGANISATIONS);
    const [last] = await sql<{ position: string }>('SELECT coalesce(max(position), 0) AS position FROM journal');
    for (const deadline = Date.now() + timeoutMs; ; await sleep(20)) {
      await this.catchUp();
      const behind = await sql(
        `SELECT 1 FROM projection_cursor AS c
         WHERE EXISTS (SELECT 1 FROM journal AS j WHERE (j.xid, j.position) > (c.xid, c.position) AND j.position <= $1)`,
        [last!.position],
      );
      if (behind.length === 0) return;
      if (Date.now() > deadline) throw new Error(`views are still behind the journal after ${timeoutMs} ms`);
    }
  }

  /** Keeps catching up until `stop`; errors are remembered (see `trouble`) and tried again after a second. */
  run(): void {
    if (this.running !== null) return;
    this.stopping = new AbortController();
    this.running = this.loop(this.stopping.signal);
  }

  /** Finishes the batch in hand, then stops. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = null;
  }

  /** Null while all is well, else why the views are not being updated. */
  trouble(): string | null {
    return this.lastError;
  }

  /** Entries the slowest view has not read yet. */
  async lag(): Promise<number> {
    return readLag(sqlOn(this.dataSource, ALL_ORGANISATIONS));
  }

  /** Empties every view and derives it again from the whole journal. Readers see the old rows until the new ones are complete. */
  async rebuild(): Promise<void> {
    for (const view of VIEWS) {
      await inTransaction(this.dataSource, ALL_ORGANISATIONS, async (sql) => {
        await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName(view)]);
        // A journal restored from another server's dump carries that server's transaction ids, which may be ahead.
        await sql(`UPDATE journal SET xid = '2' WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())`);
        for (const table of view.tables) await sql(`DELETE FROM ${table}`);
        let cursor: Cursor = { xid: '0', position: '0' };
        await sql(`UPDATE projection_cursor SET xid = '0', position = 0 WHERE view = $1`, [view.name]);
        for (let count = BATCH; count === BATCH; ) ({ count, cursor } = await step(sql, view, cursor));
      });
    }
    await this.catchUp();
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  private async loop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let pause = PAUSE_MS;
      try {
        const applied = await this.catchUp();
        if (applied > 0) pause = 0;
        this.lastError = null;
      } catch (error) {
        this.lastError = error instanceof Error ? error.message : String(error);
        pause = PAUSE_AFTER_ERROR_MS;
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One statement says whether there is anything to do: an idle projector costs next to nothing. */
  private async viewsBehind(): Promise<string[]> {
    const rows = await sqlOn(this.dataSource, ALL_ORGANISATIONS)<{ view: string; restored: boolean }>(
      `SELECT c.view, c.xid >= pg_snapshot_xmax(pg_current_snapshot()) AS restored FROM projection_cursor AS c
       WHERE c.xid >= pg_snapshot_xmax(pg_current_snapshot())
          OR EXISTS (SELECT 1 FROM journal AS j WHERE (j.xid, j.position) > (c.xid, c.position)
                     AND j.xid < pg_snapshot_xmin(pg_current_snapshot()))
       ORDER BY c.view`,
    );
    if (rows.some(({ restored }) => restored)) {
      throw new Error('the database was restored from another server: run `diapason rebuild views` once');
    }
    return rows.map(({ view }) => view);
  }

  /** Applies one batch to a view; 0 when another process is at it, or the view belongs to another version of the product. */
  private async advance(view: View): Promise<number> {
    return inTransaction(this.dataSource, ALL_ORGANISATIONS, async (sql) => {
      const [lock] = await sql<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine', [
        lockName(view),
      ]);
      if (!lock!.mine) return 0;
      const [cursor] = await sql<Cursor>(
        'SELECT xid::text AS xid, position FROM projection_cursor WHERE view = $1 AND version = $2 FOR UPDATE',
        [view.name, view.version],
      );
      return cursor === undefined ? 0 : (await step(sql, view, cursor)).count;
    });
  }
}

async function step(sql: Sql, view: View, from: Cursor): Promise<{ count: number; cursor: Cursor }> {
  const { entries, cursor } = await readJournal(sql, from, BATCH);
  if (entries.length > 0) {
    await view.apply(sql, entries);
    await sql('UPDATE projection_cursor SET xid = $2::xid8, position = $3 WHERE view = $1', [view.name, cursor.xid, cursor.position]);
  }
  return { count: entries.length, cursor };
}

const lockName = (view: View): string => `diapason view ${view.name}`;
