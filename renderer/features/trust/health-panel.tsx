import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { sizeText } from '../../../shared/domain/paper-files.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { sayDone } from '../../components/say.tsx';
import { useCommands } from '../../lib/commands.ts';
import { engine } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useJob } from '../../lib/use-job.ts';
import { byRule, findingAddress, ruleName } from './health-rules.ts';
import classes from './trust-screen.module.css';

const signs = { error: 'Sai', warning: 'Cần xem', info: 'Ghi nhận' } as const;

/** Kiểm tra sổ: walks every rule, and names each finding with the line it concerns. */
export function HealthPanel() {
  const job = useJob();
  const check = useMutation({
    mutationFn: () => job.run((name) => engine.health.check({ job: name })),
    onSuccess: (report) => report === null && sayDone('Đã dừng kiểm tra sổ.'),
  });
  const start = (): void => {
    if (!check.isPending) check.mutate();
  };
  useCommands([{ id: 'check-book', label: 'Kiểm tra sổ', shortcut: 'Ctrl+Enter', run: start }]);
  const report = check.data;
  const beyond = report ? Object.values(report.more).reduce((sum, amount) => sum + amount, 0) : 0;
  const amount = report ? report.findings.length + beyond : 0;
  const grave = report?.findings.some(({ severity }) => severity === 'error');
  return (
    <section className={classes.panel} aria-labelledby="health">
      <header>
        <h2 id="health">Kiểm tra sổ</h2>
        <Button variant={report ? 'default' : 'filled'} onClick={start} disabled={check.isPending} rightSection={<kbd className={classes.key}>Ctrl+Enter</kbd>}>
          {report ? 'Kiểm tra lại' : 'Kiểm tra'}
        </Button>
      </header>
      <JobProgress job={job} label="Đang kiểm tra sổ" />
      {check.error ? (
        <p role="alert" className={classes.state} data-tone="trouble">
          {refusalSentence(check.error)}
        </p>
      ) : null}
      {!report && !check.isPending && !check.error ? (
        <p className={classes.quiet}>Xem lại cả sổ: số trống, số trùng, tệp mất hay bị sửa, liên kết đứt, mục tìm kiếm đủ hay thiếu, ngày sai, lịch sử. Kiểm tra không đổi gì trong sổ.</p>
      ) : null}
      {report ? (
        <>
          <p className={classes.state} role="status" data-tone={grave ? 'trouble' : amount > 0 ? 'soon' : 'good'}>
            {amount === 0 ? 'Sổ tốt, không có gì phải xem lại ✓' : `${formatVietnameseNumber(amount)} chỗ cần xem lại`}
            <span>
              Đã xem {formatVietnameseNumber(report.checked.incoming)} văn bản đến, {formatVietnameseNumber(report.checked.outgoing)} văn bản đi, {formatVietnameseNumber(report.checked.files)} tệp ({sizeText(report.checked.bytes)}), {formatVietnameseNumber(report.checked.history)} dòng lịch sử.
            </span>
          </p>
          {amount > 0 ? (
            <div className={classes.scroll} tabIndex={0} role="group" aria-label="Những chỗ cần xem lại">
              {byRule(report.findings).map(({ rule, findings }) => (
                <section key={rule} className={classes.rule} aria-label={ruleName[rule]}>
                  <h3>
                    {ruleName[rule]} <span>{formatVietnameseNumber(findings.length + (report.more[rule] ?? 0))}</span>
                  </h3>
                  <ul>
                    {findings.map((finding, at) => {
                      const to = findingAddress(finding);
                      return (
                        <li key={at}>
                          <b data-severity={finding.severity}>{signs[finding.severity]}</b>
                          <span>
                            {finding.message}
                            {to ? (
                              <>
                                {' '}
                                <Link to={to}>Mở</Link>
                              </>
                            ) : null}
                          </span>
                        </li>
                      );
                    })}
                    {report.more[rule] ? <li className={classes.quiet}>Còn {formatVietnameseNumber(report.more[rule])} chỗ nữa như vậy.</li> : null}
                  </ul>
                </section>
              ))}
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
