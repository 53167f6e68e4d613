import { IconChevronRight, IconMap2 } from '@tabler/icons-react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { CorrectedMark } from '#renderer/ui/CorrectedMark.tsx';
import { OriginNote } from '#renderer/ui/OriginNote.tsx';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { boundsOfSide } from '#shared/domain/bounds.ts';
import { COUNTRY_CODE, fullUnitName } from '#shared/text/unit-names.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import classes from './UnitHeading.module.css';

/** Where the unit lies, its name, and its two colours side by side. */
export function UnitHeading(props: { readonly profile: UnitProfileDto; readonly compact?: boolean }) {
  const { t, locale, format } = useText();
  const { profile, compact = false } = props;
  const { unit } = profile;
  return (
    <header className={classes.heading} data-compact={compact || undefined}>
      {!compact && <Path profile={profile} />}
      <div className={classes.line}>
        <h2 className={classes.name}>{fullUnitName(unit, locale)}</h2>
        <SplitGlyph
          reported={profile.reported}
          operating={profile.operating}
          bounds={profile}
          size={compact ? '0.875rem' : '1.125rem'}
        />
        {profile.corrected && <CorrectedMark />}
      </div>
      <p className={classes.facts}>
        {compact && profile.province !== null && (
          <span>{t('units.partOf', { province: fullUnitName(profile.province, locale) })}</span>
        )}
        <span>{t('units.code', { code: unit.code })}</span>
        {unit.areaKm2 !== null && <span>{t('units.area', { area: format.number(unit.areaKm2, 2) })}</span>}
        <OriginNote cut={profile.cut.id} unit={unit.code} />
        {!compact && unit.level !== 'country' && <MapLink profile={profile} />}
      </p>
      <Statuses profile={profile} />
      {[profile.reported, profile.operating].includes('undetermined') && (
        <p className={classes.open}>{t('status.undetermined.why')}</p>
      )}
    </header>
  );
}

function Path({ profile }: { readonly profile: UnitProfileDto }) {
  const { t, locale } = useText();
  const { province, unit } = profile;
  if (unit.level === 'country') return null;
  return (
    <p className={classes.path}>
      <AppLink to={`/don-vi/${COUNTRY_CODE}`} aria-label={t('units.toCountry')}>
        {t('unitLevel.country')}
      </AppLink>
      {province !== null && (
        <>
          <IconChevronRight size="0.875rem" aria-hidden="true" />
          <AppLink
            to={`/don-vi/${province.code}`}
            aria-label={t('units.toProvince', { province: fullUnitName(province, locale) })}
          >
            {fullUnitName(province, locale)}
          </AppLink>
        </>
      )}
    </p>
  );
}

function MapLink({ profile }: { readonly profile: UnitProfileDto }) {
  const { t } = useText();
  const { unit } = profile;
  const query =
    unit.level === 'commune'
      ? { level: 'commune', province: unit.parent, unit: unit.code }
      : { level: 'commune', province: unit.code };
  return (
    <AppLink to="/ban-do" query={query} className={classes.map ?? ''}>
      <IconMap2 size="1rem" aria-hidden="true" />
      {t('units.onMap')}
    </AppLink>
  );
}

function Statuses({ profile }: { readonly profile: UnitProfileDto }) {
  const text = useText();
  const { t } = text;
  const names = useNames();
  const { reportedSince, gapMonths, gapCuts, gapSteps } = profile;
  return (
    <dl className={classes.statuses}>
      <div>
        <dt>{t(profile.unit.level === 'country' ? 'status.reported.centre' : 'status.reported.long')}</dt>
        <dd>
          <StatusBadge status={profile.reported} bounds={boundsOfSide(profile, 'reported')} large />
          {reportedSince !== null && (
            <span className={classes.since}>{t('units.since', { cut: names.cut(reportedSince) })}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('status.operating.long')}</dt>
        <dd>
          <StatusBadge status={profile.operating} bounds={boundsOfSide(profile, 'operating')} large />
          {profile.waitingMonth !== null && (
            <span className={classes.since}>{waitingText(text, profile.waitingMonth)}</span>
          )}
          {gapSteps !== null && gapSteps > 0 && (
            <span className={classes.since}>{t('units.gapLasts', { months: gapMonths, cuts: gapCuts })}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
