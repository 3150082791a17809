import { useRef, useState, type DragEvent } from 'react';
import { droppedFiles, type DroppedFiles } from './dropped-files.ts';

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Files and folders dropped anywhere on the screen; `over` while they hang above it. */
export function useDrop(onDropped: (dropped: DroppedFiles) => void): { over: boolean; handlers: { onDragEnter: (event: DragEvent) => void; onDragOver: (event: DragEvent) => void; onDragLeave: (event: DragEvent) => void; onDrop: (event: DragEvent) => void } } {
  const [over, setOver] = useState(false);
  // every child that is entered and left says so too
  const depth = useRef(0);
  const settle = (by: number): void => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return {
    over,
    handlers: {
      onDragEnter: (event) => bringsFiles(event) && settle(1),
      onDragOver: (event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event) => bringsFiles(event) && settle(-1),
      onDrop: (event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void droppedFiles(event.dataTransfer).then(onDropped);
      },
    },
  };
}
