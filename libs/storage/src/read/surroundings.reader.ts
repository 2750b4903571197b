import { type FindingView, type Surroundings, surroundingsOf } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';

/** The turns around what was quoted. */
@Injectable()
export class SurroundingsReader {
  constructor(private readonly dataSource: DataSource) {}

  /** What stands around each extract of some findings, by the finding's id, in the order of its evidence. Whoever asks has been shown these findings. */
  async around(organisationId: string, findings: readonly Pick<FindingView, 'id' | 'interactionId' | 'evidence'>[]): Promise<ReadonlyMap<string, readonly Surroundings[]>> {
    const places = findings.flatMap(({ interactionId, evidence }) => evidence.map(({ turn }) => ({ interactionId, turn })));
    const rows = await sqlOn(this.dataSource, organisationId)<{ interaction_id: string; position: number; text: string }>(
      `SELECT DISTINCT t.interaction_id, t.position, t.text FROM unnest($2::uuid[], $3::int[]) AS p (interaction_id, position)
       JOIN turn AS t ON t.organisation_id = $1 AND t.interaction_id = p.interaction_id AND t.position = p.position`,
      [organisationId, places.map(({ interactionId }) => interactionId), places.map(({ turn }) => turn)],
    );
    const texts = new Map(rows.map(({ interaction_id, position, text }) => [`${interaction_id} ${position}`, text]));
    return new Map(findings.map(({ id, interactionId, evidence }) => [id, evidence.map((place) => surroundingsOf(texts.get(`${interactionId} ${place.turn}`) ?? '', place))]));
  }
}
