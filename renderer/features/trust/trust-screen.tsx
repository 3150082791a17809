import { Screen } from '../../components/screen.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { HealthPanel } from './health-panel.tsx';
import classes from './trust-screen.module.css';

/** Sao lưu & kiểm tra sổ: that nothing is lost, and the way back when something is. */
export function TrustScreen() {
  return (
    <Screen title="Sao lưu & kiểm tra sổ" status="Bản sao lưu nào cũng được mở ra, đếm và so lại trước khi coi là tốt">
      <div className={classes.trust}>
        <BackupPanel />
        <HealthPanel />
      </div>
    </Screen>
  );
}
