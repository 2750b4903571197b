import type { StreamName } from '#domain';

/** Code says stream names; only this table knows topics. */
const TOPICS: Readonly<Record<StreamName, string>> = {
  interactions: 'diapason.interactions.v1',
  facts: 'diapason.facts.v1',
  findings: 'diapason.findings.v1',
  'dead-letters': 'diapason.interactions.v1.dlq',
};

export const STREAM_NAMES: readonly StreamName[] = ['interactions', 'facts', 'findings', 'dead-letters'];

/** The topic of a stream; a prefix keeps tests (or two installations on one cluster) apart. */
export const topicOf = (name: StreamName, prefix = ''): string => prefix + TOPICS[name];
