import type { OrganisationSettings } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'organisation' })
export class OrganisationRow {
  @PrimaryColumn({ name: 'organisation_id', type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ type: 'jsonb' })
  settings!: OrganisationSettings;

  /** Hash of the rulebook version in force. */
  @Column({ name: 'current_rulebook', type: 'text', nullable: true })
  currentRulebook!: string | null;
}
