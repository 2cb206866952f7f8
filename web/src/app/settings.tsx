import { RhythmForm } from '../features/daily-plans/rhythm-form.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';

/** One's settings, with those of other features among them. */
export function Settings() {
  return <SettingsPage rhythm={<RhythmForm />} />;
}
