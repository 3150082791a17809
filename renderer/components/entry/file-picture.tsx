import { ActionIcon, Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useCommands } from '../../lib/commands.ts';
import { host } from '../../lib/host.ts';
import { sayRefused } from '../say.tsx';
import classes from './entry.module.css';
import { PdfPage } from './pdf-pages.tsx';

/** How a file can be looked at beside the form, by its name. */
const kindOf = (name: string): 'pdf' | 'image' | 'other' => (/\.pdf$/i.test(name) ? 'pdf' : /\.(?:png|jpe?g|gif|bmp|webp)$/i.test(name) ? 'image' : 'other');

function useBlobAddress(file: Blob, wanted: boolean): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    const made = URL.createObjectURL(file);
    // the address belongs to this file and is given back with it
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setAddress(made);
    return () => {
      setAddress(null);
      URL.revokeObjectURL(made);
    };
  }, [file, wanted]);
  return address;
}

/** The paper beside the form: a PDF page by page, a picture, or a word about a file that cannot be shown. */
export function FilePicture({ name, file }: { name: string; file: Blob }) {
  const kind = kindOf(name);
  const { ref, width } = useElementSize();
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [broken, setBroken] = useState(false);
  const address = useBlobAddress(file, kind === 'image');

  // the room beside its margins and the sheet's border
  const sheet = Math.max(0, Math.floor((width - 28) * zoom));
  const turn = (by: number): void => setPage((at) => Math.min(Math.max(1, at + by), pages));
  const nearer = (by: number): void => setZoom((at) => Math.min(3, Math.max(0.5, Math.round((at + by) * 100) / 100)));
  const open = (): void => void file.arrayBuffer().then((bytes) => host.openFile({ name, bytes: new Uint8Array(bytes) })).catch(sayRefused);
  useCommands(
    kind === 'other'
      ? []
      : [
          { id: 'paper-next', label: 'Sang trang sau của bản quét', shortcut: 'Alt+PageDown', keyOnly: true, run: () => turn(1) },
          { id: 'paper-back', label: 'Về trang trước của bản quét', shortcut: 'Alt+PageUp', keyOnly: true, run: () => turn(-1) },
        ],
  );

  return (
    <section className={classes.picture} aria-label="Bản quét">
      <div className={classes.pictureHead}>
        <span className={classes.pictureName} title={name}>
          {name}
        </span>
        {kind === 'pdf' && pages > 1 ? (
          <>
            <ActionIcon variant="subtle" color="gray" aria-label="Trang trước" disabled={page === 1} onClick={() => turn(-1)}>
              <IconChevronLeft size={16} />
            </ActionIcon>
            <span>
              {page}/{pages}
            </span>
            <ActionIcon variant="subtle" color="gray" aria-label="Trang sau" disabled={page === pages} onClick={() => turn(1)}>
              <IconChevronRight size={16} />
            </ActionIcon>
          </>
        ) : null}
        {kind === 'other' ? null : (
          <>
            <ActionIcon variant="subtle" color="gray" aria-label="Thu nhỏ" disabled={zoom <= 0.5} onClick={() => nearer(-0.25)}>
              <IconMinus size={15} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label="Phóng to" disabled={zoom >= 3} onClick={() => nearer(0.25)}>
              <IconPlus size={15} />
            </ActionIcon>
          </>
        )}
        <Button size="compact-xs" variant="subtle" onClick={open}>
          Mở tệp
        </Button>
      </div>
      {/* scrolled by keyboard too */}
      <div className={classes.paper} ref={ref} tabIndex={0} role="region" aria-label={`Xem ${name}`}>
        {kind === 'pdf' ? <PdfPage file={file} page={page} width={sheet} onOpened={setPages} /> : null}
        {kind === 'image' && !broken && address ? <img src={address} alt={`Bản quét ${name}`} width={sheet} onError={() => setBroken(true)} /> : null}
        {kind === 'image' && broken ? <p>Không xem được ảnh này: tệp có thể hỏng. Mở tệp bằng chương trình khác để kiểm tra trước khi vào sổ.</p> : null}
        {kind === 'other' ? <p>Loại tệp này không xem được ở đây; tệp vẫn được giữ nguyên cùng dòng sổ, và mở được bằng chương trình của nó.</p> : null}
      </div>
    </section>
  );
}
