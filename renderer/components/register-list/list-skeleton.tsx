import classes from './list-skeleton.module.css';

/** The list's shape while the book is being read. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div aria-busy aria-label={label} role="status" className={classes.skeleton}>
      {Array.from({ length: 16 }, (_, index) => (
        <div key={index}>
          <i style={{ width: 64 }} />
          <i style={{ width: 72 }} />
          <i style={{ width: `${42 + ((index * 29) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
}
