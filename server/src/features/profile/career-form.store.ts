import type { CareerForm } from '@cairn/contracts';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

/** Hours are whole; a form saved when halves were taken says the whole hours in them. */
export function readCareerForm(tx: Transaction, userId: string): Promise<CareerForm | undefined> {
  return tx.maybe<CareerForm>(sql`
    select present_role as "currentRole", target_role_id as "targetRoleId", target_organisation as "targetOrganisation", years_of_experience as "yearsOfExperience",
      floor(hours_per_week) as "hoursPerWeek", weeks_available as "weeksAvailable", language, free_only as "freeOnly", learning_style as "learningStyle"
    from career_form where user_id = ${userId}`);
}

export async function writeCareerForm(tx: Transaction, owner: { readonly organisationId: string; readonly userId: string }, form: CareerForm, at: Date): Promise<void> {
  await tx.query(sql`
    insert into career_form (organisation_id, user_id, present_role, target_role_id, target_organisation, years_of_experience, hours_per_week, weeks_available, language, free_only, learning_style, updated_at)
    values (${owner.organisationId}, ${owner.userId}, ${form.currentRole}, ${form.targetRoleId}, ${form.targetOrganisation}, ${form.yearsOfExperience}, ${form.hoursPerWeek}, ${form.weeksAvailable},
      ${form.language}, ${form.freeOnly}, ${form.learningStyle}, ${at})
    on conflict (organisation_id, user_id) do update set present_role = excluded.present_role, target_role_id = excluded.target_role_id, target_organisation = excluded.target_organisation,
      years_of_experience = excluded.years_of_experience, hours_per_week = excluded.hours_per_week, weeks_available = excluded.weeks_available, language = excluded.language,
      free_only = excluded.free_only, learning_style = excluded.learning_style, updated_at = excluded.updated_at`);
}
