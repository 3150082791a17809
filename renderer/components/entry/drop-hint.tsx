import classes from './entry-desk.module.css';

/** Where files can be dropped, said where their picture would be. */
export function DropHint({ children }: { children: string }) {
  return <p className={classes.drop}>{children}</p>;
}
