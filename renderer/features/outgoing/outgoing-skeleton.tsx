import classes from './outgoing-grid.module.css';

/** The list's shape while the book is being read. */
export function OutgoingSkeleton() {
  return (
    <div aria-busy aria-label="Đang đọc sổ văn bản đi">
      {Array.from({ length: 14 }, (_, index) => (
        <div key={index} className={`${classes.row} ${classes.waiting}`}>
          <span style={{ width: 96 }} />
          <span style={{ width: 72 }} />
          <span style={{ width: `${52 + ((index * 29) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
}
