import { Injectable } from '@nestjs/common';

/** Null while all is well, else what is wrong, in words for an operator. */
export type HealthCheck = () => Promise<string | null>;

export interface HealthReport {
  readonly status: 'ok' | 'trouble';
  readonly checks: Readonly<Record<string, { readonly status: 'ok' | 'trouble'; readonly trouble: string | null }>>;
}

/** A check that does not answer in this time is a trouble of its own: probes themselves give up after a few seconds. */
const PATIENCE_MS = 2_000;

/** What `/health/ready` asks: each module adds what it cannot work without. */
@Injectable()
export class HealthContributors {
  private readonly checks = new Map<string, HealthCheck>();

  /** @throws Error when the name is taken: two modules would hide each other. */
  add(name: string, check: HealthCheck): void {
    if (this.checks.has(name)) throw new Error(`health check ${name} is already there`);
    this.checks.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        const trouble = await ask(check);
        return [name, { status: trouble === null ? 'ok' : 'trouble', trouble }] as const;
      }),
    );
    const ok = entries.every(([, { status }]) => status === 'ok');
    return { status: ok ? 'ok' : 'trouble', checks: Object.fromEntries(entries) };
  }
}

async function ask(check: HealthCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`pas de réponse en ${PATIENCE_MS} ms`), PATIENCE_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
