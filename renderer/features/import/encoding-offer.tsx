import { Checkbox } from '@mantine/core';
import classes from './encoding-offer.module.css';
import type { OldBook } from './use-old-book.ts';

const names = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } as const;

interface EncodingOfferProps {
  offer: NonNullable<OldBook['encoding']>;
  taken: boolean;
  onTake: (take: boolean) => void;
}

/** Texts that seem to be in an old encoding: how they stand now, how they would, and the choice. */
export function EncodingOffer({ offer, taken, onTake }: EncodingOfferProps) {
  return (
    <div className={classes.offer}>
      <Checkbox label={`Chữ trong tệp có vẻ theo bảng mã ${names[offer.name]}; đổi sang chữ Việt thường dùng`} checked={taken} onChange={(event) => onTake(event.currentTarget.checked)} />
      <p>
        <s>{offer.before}</s> <span aria-hidden>→</span> <b>{offer.after}</b>
      </p>
    </div>
  );
}
