const MONTH = 'from=2026-10-01&to=2026-10-31';

/** What is asked for: the reports and queue pages as the console and dashboards ask for them. */
export const ADDRESSES: readonly { readonly name: string; readonly address: string }[] = [
  { name: 'channels, a month', address: `/v1/reports/channels?${MONTH}` },
  { name: 'channels, the year', address: '/v1/reports/channels' },
  { name: 'agents, a month', address: `/v1/reports/agents?${MONTH}` },
  { name: 'agents, the year', address: '/v1/reports/agents' },
  { name: 'teams, a month', address: `/v1/reports/teams?${MONTH}` },
  { name: 'teams, the year', address: '/v1/reports/teams' },
  { name: 'rules, a month', address: `/v1/reports/rules?${MONTH}` },
  { name: 'rules, the year', address: '/v1/reports/rules' },
  { name: 'rules of one team, a month', address: `/v1/reports/rules?${MONTH}&team=equipe-3` },
  { name: 'channels of one team, a month', address: `/v1/reports/channels?${MONTH}&team=equipe-3` },
  { name: 'trends by day, a month', address: `/v1/reports/trends?by=day&${MONTH}` },
  { name: 'trends by week, the year', address: '/v1/reports/trends?by=week' },
  { name: 'trends of one team, a month', address: `/v1/reports/trends?by=day&${MONTH}&team=equipe-3` },
  { name: 'rows by rule, a month', address: `/v1/reports/rows?by=rule&${MONTH}` },
  { name: 'queues', address: '/v1/queues' },
  { name: 'queue: new', address: '/v1/queues/new/items?limit=50' },
  { name: 'queue: uncertain', address: '/v1/queues/uncertain/items?limit=50' },
  { name: 'queue: new, one rule', address: '/v1/queues/new/items?limit=50&rule=accueil.presentation' },
  { name: 'findings, newest', address: '/v1/findings?limit=50' },
  { name: 'findings of an agent', address: '/v1/findings?limit=50&agent=agent-17' },
  { name: 'interactions, newest', address: '/v1/interactions?limit=50' },
];
