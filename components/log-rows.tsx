import { formatCount, formatMoment } from '../log/format';
import type { LogRow } from '../log/log-row';
import type { RowUnit } from '../log/report';
import { i18n } from './i18n';

/** Some rows of a log as a table. Columns that are empty in all of them are left out. */
export function LogRows({ rows, unit }: { rows: LogRow[]; unit: RowUnit }) {
  const areGathered = rows.some(({ signIns }) => signIns);
  const columns: [string, (row: LogRow) => string | undefined][] = [
    [i18n.t(`log.unit.${unit}`), ({ at }) => String(at)],
    [
      i18n.t('ids.timestamp'),
      ({ time }) => (time === undefined ? undefined : formatMoment(new Date(time).toISOString())),
    ],
    [i18n.t('log.outcome'), ({ outcome }) => i18n.t(`log.outcomes.${outcome}`)],
    [i18n.t('log.code'), ({ code }) => code],
    [
      i18n.t('log.gatheredIn.rows'),
      ({ signIns = 1 }) => (areGathered ? formatCount(signIns) : undefined),
    ],
    [i18n.t('ids.userPrincipalName'), ({ user }) => user],
    [i18n.t('ids.appName'), ({ app }) => app],
    [i18n.t('ids.ipAddress'), ({ address }) => address],
    [i18n.t('log.by.place'), ({ place }) => place],
    [i18n.t('log.by.clientApp'), ({ clientApp }) => clientApp],
  ];
  const shown = columns.filter(([, read]) => rows.some(read));
  return (
    <div class="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {shown.map(([name]) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at}>
              {shown.map(([name, read]) => (
                <td key={name}>{read(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
