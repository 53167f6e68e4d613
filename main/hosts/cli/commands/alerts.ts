import { alertTable } from '#main/hosts/cli/alert-table.ts';
import { withApplication } from '#main/hosts/cli/call.ts';
import { withNamedUnit } from '#main/hosts/cli/named-unit.ts';
import { COMMON, readOptions } from '#main/hosts/cli/options.ts';
import { type ReasonSayer, reasonSayer } from '#main/hosts/cli/reason-texts.ts';
import type { AlertDto } from '#shared/contract/alerts.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { everyPage } from '#shared/contract/every-page.ts';
import { ALERT_RULES, ALERT_STATES, SEVERITIES } from '#shared/domain/model.ts';

/** `kh02 alerts`: the alerts at a cut, as one JSON object with every one of them or a table in Vietnamese. */
export async function alerts(words: readonly string[]): Promise<string> {
  const options = readOptions(words, {
    ...COMMON,
    cut: { type: 'string' },
    rule: { type: 'string', multiple: true },
    severity: { type: 'string', multiple: true },
    state: { type: 'string', multiple: true },
    unit: { type: 'string' },
  });
  const filter = {
    ...(options.cut === undefined ? {} : { cut: options.cut }),
    ...(options.rule === undefined ? {} : { rules: known('--rule', options.rule, ALERT_RULES) }),
    ...(options.severity === undefined
      ? {}
      : { severities: known('--severity', options.severity, SEVERITIES) }),
    ...(options.state === undefined ? {} : { states: known('--state', options.state, ALERT_STATES) }),
  };
  return withApplication(options, async (client) => {
    const report =
      options.unit === undefined
        ? await everyAlert(client, filter)
        : await withNamedUnit(client, options.unit, (unit) => everyAlert(client, { ...filter, unit }));
    const say = await reasonSayer(client, report.cut.id);
    if (!options.json) return alertTable(report, say, options.state === undefined);
    return JSON.stringify({ ...report, alerts: report.alerts.map((alert) => plain(alert, say)) }, null, 2);
  });
}

function known<Word extends string>(
  option: string,
  given: readonly string[],
  words: readonly Word[],
): Word[] {
  return given.map((text) => {
    const word = words.find((one) => one === text);
    if (word === undefined) throw new UserError('OPTION_UNKNOWN', { option: `${option} ${text}` });
    return word;
  });
}

type ListInput = Parameters<Client['alerts']['list']>[0];

async function everyAlert(client: Client, filter: Omit<ListInput, 'limit' | 'offset'>) {
  const counts = await client.alerts.list({ ...filter, limit: 1 });
  const alerts = await everyPage(async (page) => (await client.alerts.list({ ...filter, ...page })).alerts);
  return { ...counts, alerts };
}

/** Flat, so that a script finds codes where it looks for them; `evidence` holds the facts of the sentence. */
function plain(alert: AlertDto, say: ReasonSayer) {
  const { unit, reason, task, taskGroup, indicator, id, rule, severity, state, condition } = alert;
  const { since, sinceAsOf, held, months, handling } = alert;
  return {
    id,
    rule,
    severity,
    state,
    condition,
    unit: unit.code,
    unitName: unit.name,
    province: unit.province,
    task,
    taskGroup,
    indicator,
    since,
    sinceAsOf,
    cuts: held,
    months,
    handling,
    evidence: reason.values,
    text: say(reason).text,
    textEn: say(reason).textEn,
  };
}
