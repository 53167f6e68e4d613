const CUTS_EN = '{cuts, plural, one {# cut} other {# cuts}}';
const WEEKS_EN = '{cuts, plural, one {# weekly cut} other {# weekly cuts}}';

/**
 * How long something has lasted, as part of a message: `months` of data and the `cuts` they spoke at, or cuts alone
 * where its evidence is no month's (0). Said alike wherever it is said.
 */
export const LASTING: Readonly<Record<'vi' | 'en', string>> = {
  vi: '{months, plural, =0 {{cuts, number} kỳ} other {# tháng số liệu ({cuts, number} kỳ tuần)}}',
  en: `{months, plural, =0 {${CUTS_EN}} one {# month of data (${WEEKS_EN})} other {# months of data (${WEEKS_EN})}}`,
};
