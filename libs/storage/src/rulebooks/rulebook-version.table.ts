import type { RulebookDescription } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'rulebook_version' })
export class RulebookVersionRow {
  @PrimaryColumn({ name: 'organisation_id', type: 'text' })
  organisationId!: string;

  @PrimaryColumn({ type: 'text' })
  hash!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'jsonb' })
  description!: RulebookDescription;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;
}
