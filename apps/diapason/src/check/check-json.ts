import type { Finding } from '#domain';
import { CHECK_SCHEMA, summarise, type CheckedInteraction, type CheckReport } from './check-report.js';

/** The report as the stable JSON of docs/check.schema.json. */
export function checkJson(report: CheckReport): string {
  const { name, version, hash } = report.rulebook;
  return JSON.stringify(
    {
      schema: CHECK_SCHEMA,
      rulebook: { name, version, hash },
      files: report.files.map((file) => ({
        file: file.file,
        format: file.format,
        interactions: file.interactions.map(interactionJson),
        refused: file.refused.map(({ reason, detail, place }) => ({ reason, detail, place: place ?? null })),
      })),
      summary: summarise(report),
    },
    null,
    2,
  );
}

function interactionJson({ interaction, analysis, judgement, startMissing }: CheckedInteraction) {
  return {
    source: interaction.source,
    externalId: interaction.externalId,
    channel: interaction.channel,
    startedAt: startMissing ? null : interaction.startedAt,
    subject: interaction.subject ?? null,
    language: analysis.language,
    judgement,
    findings: analysis.findings.map((finding) => findingJson(finding, interaction)),
    notChecked: analysis.notChecked,
  };
}

function findingJson(finding: Finding, interaction: CheckedInteraction['interaction']) {
  const turn = interaction.turns[finding.evidence[0]!.turn]!;
  const speaker = interaction.participants.find((participant) => participant.id === turn.participantId);
  return {
    ruleId: finding.ruleId,
    polarity: finding.polarity,
    severity: finding.severity,
    commitment: finding.commitment,
    turn: finding.evidence[0]!.turn,
    offsetMs: turn.offsetMs ?? null,
    speaker: { role: speaker?.role ?? 'unknown', ref: speaker?.ref ?? null, name: speaker?.name ?? null },
    evidence: finding.evidence,
    explanation: finding.explanation,
    instead: finding.instead ?? null,
    confidence: finding.confidence,
  };
}
