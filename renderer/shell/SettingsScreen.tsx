import { BackupsPanel } from '#renderer/views/backups/BackupsPanel.tsx';
import { RulesPanels } from '#renderer/views/rules/RulesPanels.tsx';
import { PersonalSettings } from '#renderer/views/settings/PersonalSettings.tsx';
import { KeysPanel } from '#renderer/views/snapshots/KeysPanel.tsx';
import classes from './SettingsScreen.module.css';

/** Cài đặt: the person and the display, the keys, the rule set with its preview and versions. */
export function SettingsScreen() {
  return (
    <div className={classes.page}>
      <PersonalSettings />
      <KeysPanel />
      <BackupsPanel />
      <RulesPanels />
    </div>
  );
}
