import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { engine } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';

const words = { added: 'thêm', changed: 'sửa', same: 'đã có', 'left-out': 'bỏ' } as const;
/** Rows shown of a sheet before it comes in. */
const shown = 200;

/** A sheet of agencies as it would come in, row by row, before anything is kept. */
export function SheetImport({ file, onClose }: { file: File; onClose: () => void }) {
  const queries = useQueryClient();
  const look = useQuery({ queryKey: ['agencies', 'sheet', file.name, file.size, file.lastModified], queryFn: () => engine.agencies.import({ file, preview: true }), retry: false, gcTime: 0 });
  const enter = useMutation({
    mutationFn: () => engine.agencies.import({ file }),
    onSuccess: async ({ added, changed, act }) => {
      onClose();
      await registerChanged(queries);
      sayAct(queries, `Đã thêm ${formatVietnameseNumber(added)} cơ quan, sửa ${formatVietnameseNumber(changed)}.`, act, 'agencies');
    },
  });
  const problem = look.error ?? enter.error;
  return (
    <Modal opened onClose={onClose} title={`Nhập danh bạ từ ${file.name}`} size={860}>
      {problem ? (
        <Text size="sm" c="var(--seal)" role="alert">
          {refusalSentence(problem)}
        </Text>
      ) : null}
      {look.isPending ? <Text size="sm">Đang đọc tệp…</Text> : null}
      {look.data ? (
        <>
          <Text size="sm" mb="sm">
            Thêm {formatVietnameseNumber(look.data.added)}, sửa {formatVietnameseNumber(look.data.changed)}, bỏ {formatVietnameseNumber(look.data.leftOut)} trong {formatVietnameseNumber(look.data.rows.length)} dòng.
          </Text>
          <Table.ScrollContainer minWidth={700} mah={360}>
            <Table fz={13}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Dòng</Table.Th>
                  <Table.Th>Tên</Table.Th>
                  <Table.Th>Viết tắt</Table.Th>
                  <Table.Th>Sẽ</Table.Th>
                  <Table.Th>Vướng</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {look.data.rows.slice(0, shown).map((row) => (
                  <Table.Tr key={row.row}>
                    <Table.Td>{row.row}</Table.Td>
                    <Table.Td>{row.name}</Table.Td>
                    <Table.Td>{row.abbreviation}</Table.Td>
                    <Table.Td>{words[row.becomes]}</Table.Td>
                    <Table.Td>{row.problem}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {look.data.rows.length > shown ? <Text size="sm">… và {formatVietnameseNumber(look.data.rows.length - shown)} dòng nữa.</Text> : null}
        </>
      ) : null}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button loading={enter.isPending} disabled={!look.data || look.data.added + look.data.changed === 0} onClick={() => enter.mutate()}>
          Nhập vào danh bạ
        </Button>
      </Group>
    </Modal>
  );
}
