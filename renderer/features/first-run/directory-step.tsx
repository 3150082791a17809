import type { BodyChoice } from '../../components/province-bodies/use-body-choice.ts';
import { PlaceAndCommunes } from '../../components/province-bodies/place-and-communes.tsx';
import classes from './first-run.module.css';

/** Whom the office writes to: chosen once, so that their names are found from the first day. */
export function DirectoryStep({ choice }: { choice: BodyChoice }) {
  return (
    <>
      <h1>Danh bạ</h1>
      <p className={classes.quiet}>Chọn những cơ quan hay gửi, nhận văn bản; từ ngày đầu gõ «stc» là ra Sở Tài chính. Sửa, thêm, bớt sau ở Danh bạ.</p>
      <PlaceAndCommunes choice={choice} />
      {choice.unfilled ? <p className={classes.refused}>Ghi {choice.unfilled.fill} cho «{choice.unfilled.name} …», hoặc bỏ dấu chọn.</p> : null}
    </>
  );
}
