import { useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { HandoverDto } from '#shared/contract/alerts.ts';
import { SEVERITIES } from '#shared/domain/model.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import classes from './HandoverProvinces.module.css';

/** What is open by province and severity; the centre's own tasks stand for themselves. */
export function HandoverProvinces({ open }: { readonly open: HandoverDto['open'] }) {
  const { t, format, pick } = useText();
  return (
    <section>
      <h3>
        {t('handover.provinces')} <span>{format.number(open.total)}</span>
      </h3>
      <TableMenu
        title={t('handover.provinces')}
        rows={() => open.byProvince}
        count={open.byProvince.length}
        columns={[
          {
            header: t('handover.province'),
            value: (place) => (place.code === COUNTRY_CODE ? t('alerts.central') : pick(place)),
          },
          ...SEVERITIES.map((severity) => ({
            header: t(`severity.${severity}`),
            value: (place: HandoverDto['open']['byProvince'][number]) => place[severity],
            format: 'integer' as const,
          })),
          { header: t('handover.total'), value: (place) => place.total, format: 'integer' },
        ]}
      />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('handover.province')}</th>
            {SEVERITIES.map((severity) => (
              <th key={severity} scope="col" data-numeric>
                {t(`severity.${severity}`)}
              </th>
            ))}
            <th scope="col" data-numeric>
              {t('handover.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {open.byProvince.map((place) => (
            <tr key={place.code}>
              <th scope="row">{place.code === COUNTRY_CODE ? t('alerts.central') : pick(place)}</th>
              {SEVERITIES.map((severity) => (
                <td key={severity} data-numeric>
                  {format.number(place[severity])}
                </td>
              ))}
              <td data-numeric>{format.number(place.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
