import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { BackupsPanel } from '#renderer/views/backups/BackupsPanel.tsx';
import { RulesPanels } from '#renderer/views/rules/RulesPanels.tsx';
import { PersonalSettings } from '#renderer/views/settings/PersonalSettings.tsx';
import { KeysPanel } from '#renderer/views/snapshots/KeysPanel.tsx';
import { StaffPanel } from '#renderer/views/staff/StaffPanel.tsx';
import { UnitActsPanel } from '#renderer/views/unit-acts/UnitActsPanel.tsx';
import classes from './SettingsScreen.module.css';

/** Cài đặt: the person and the display, the keys, the rule set with its preview and versions. */
export function SettingsScreen() {
  const { t } = useText();
  return (
    <div className={classes.page}>
      <p>
        <AppLink to="/nhat-ky">{t('settings.toJournal')}</AppLink>
      </p>
      <PersonalSettings />
      <StaffPanel />
      <UnitActsPanel />
      <KeysPanel />
      <BackupsPanel />
      <RulesPanels />
    </div>
  );
}
