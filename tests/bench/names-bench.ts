import { foldVietnamese } from '../../shared/domain/vietnamese-text.ts';
import { indexNames } from '../../shared/domain/name-matching.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { measureTogether, printTable } from './measure.ts';

const amount = 5000;
const kinds = ['Ủy ban nhân dân xã', 'Ủy ban nhân dân phường', 'Trường Trung học cơ sở', 'Công ty cổ phần Xây dựng'];
const places = ['An Bình', 'Tân Phú', 'Long Khánh', 'Mỹ Đức', 'Hòa Thạnh', 'Vĩnh Lợi', 'Phước Tân', 'Đông Sơn', 'Trung Nghĩa'];
const nameAt = (at: number): string => `${kinds[at % kinds.length]} ${places[at % places.length]} ${at}`;
const typed = 'ubnd phuong tan phu 37';

/** A key typed into a field of names, in a directory of 5,000: the window's index and the engine's list, beside a bare scan. */
export async function namesBench(client: Client): Promise<void> {
  const names = Array.from({ length: amount }, (_, at) => nameAt(at));
  await client.agencies.import({ file: new File([`Tên cơ quan\n${names.join('\n')}\n`], 'danh-ba.csv') });
  const find = indexNames(names.map((name) => ({ name })));
  const folded = names.map((name) => foldVietnamese(name));
  const beginning = (turn: number): string => typed.slice(0, 1 + (turn % typed.length));
  const timings = await measureTogether(
    {
      'bare scan of folded names': (turn) => folded.filter((name) => name.includes(beginning(turn))),
      'index of the window': (turn) => find(beginning(turn)),
      'agencies.list': (turn) => client.agencies.list({ text: beginning(turn) }),
    },
    { rounds: typed.length * 6, warmup: typed.length * 2 },
  );
  printTable(`A key among ${amount} names`, timings, 'bare scan of folded names');
}
