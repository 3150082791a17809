import classes from './register-list.module.css';

/** The key of a button, drawn in the button's colour. */
export const ButtonKey = ({ name }: { name: string }) => <kbd className={classes.key}>{name}</kbd>;
