import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { disputableUntil, type OwnFindings, STRICT_SETTINGS } from '#domain';
import { DisputeReader, FindingReader, OrganisationRepository, ReportReader, SurroundingsReader } from '#storage';
import { ListOwnFindingsQuery } from './list-own-findings.query.js';

@QueryHandler(ListOwnFindingsQuery)
export class ListOwnFindingsHandler implements IQueryHandler<ListOwnFindingsQuery> {
  constructor(
    private readonly findings: FindingReader,
    private readonly reports: ReportReader,
    private readonly disputes: DisputeReader,
    private readonly organisations: OrganisationRepository,
    private readonly surroundings: SurroundingsReader,
  ) {}

  async execute({ organisationId, agentRef, filter, page }: ListOwnFindingsQuery): Promise<OwnFindings> {
    const { polarity: _polarity, status: _status, dispute: _dispute, ...period } = filter;
    const own = { teams: [], agent: agentRef };
    const [organisation, list, report, openDisputes] = await Promise.all([
      this.organisations.readOrganisation(organisationId),
      this.findings.listFindings(organisationId, { ...filter, agent: agentRef }, page, own),
      this.reports.reportAgents(organisationId, { ...period, agent: agentRef }, own),
      this.disputes.openOf(organisationId, agentRef),
    ]);
    const around = await this.surroundings.around(organisationId, list.items);
    const { disputeDays } = organisation?.settings ?? STRICT_SETTINGS;
    const now = Date.now();
    const items = list.items.map((finding) => {
      const until = disputableUntil(finding, disputeDays);
      return { finding, surroundings: around.get(finding.id) ?? [], disputableUntil: until !== null && Date.parse(until) < now ? null : until };
    });
    const agent = report.rows[0]?.agent ?? list.items[0]?.agent ?? { ref: agentRef, name: null };
    return { agent, disputeDays, openDisputes, report, items, next: list.next };
  }
}
