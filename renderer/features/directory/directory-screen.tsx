import { useSearchParams } from 'react-router';
import { Screen } from '../../components/screen.tsx';
import { useUndoKey } from '../../components/use-undo.ts';
import { useCommands } from '../../lib/commands.ts';
import tabs from '../../styles/tabs.module.css';
import { AgenciesPart } from './agencies-part.tsx';
import { CalendarPart } from './calendar-part.tsx';
import { GroupsPart } from './groups-part.tsx';

const parts = [
  { id: 'co-quan', label: 'Cơ quan', Part: AgenciesPart, status: 'Dòng đã ghi trong sổ giữ tên như đã in; đổi tên ở đây chỉ có hiệu lực từ ngày đổi' },
  { id: 'nhom', label: 'Nhóm nơi nhận', Part: GroupsPart, status: 'Một dòng trong văn bản thay cho nhiều cơ quan; văn bản đã phát hành giữ nơi nhận của ngày ấy' },
  { id: 'lich', label: 'Lịch làm việc', Part: CalendarPart, status: 'Ngày nghỉ lễ, nghỉ bù, hoán đổi, làm bù theo thông báo từng năm; hạn tính theo lịch này' },
] as const;

/** Danh bạ: agencies with their names over time, groups that stand in one line of a letter, and the working calendar. */
export function DirectoryScreen() {
  const [search, setSearch] = useSearchParams();
  useUndoKey();
  const here = parts.find(({ id }) => id === search.get('phan')) ?? parts[0];
  const show = (id: string): void => setSearch(id === 'co-quan' ? {} : { phan: id });
  useCommands(parts.map(({ id, label }, index) => ({ id: `directory-${id}`, label: `Xem ${label}`, shortcut: `Ctrl+${index + 1}`, run: () => show(id) })));
  return (
    <Screen title="Danh bạ" status={here.status}>
      <div className={tabs.bar}>
        <div className={tabs.tabs} role="group" aria-label="Phần của danh bạ">
          {parts.map(({ id, label }) => (
            <button key={id} type="button" aria-pressed={id === here.id} onClick={() => show(id)}>
              {label}
            </button>
          ))}
        </div>
      </div>
      <here.Part key={here.id} />
    </Screen>
  );
}
