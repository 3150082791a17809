import { agencyWords } from './agency-key.ts';

/** What an agency is, in the order in which a list of recipients names them. */
export const agencyKinds = ['superior', 'party', 'department', 'district', 'committee', 'commune', 'mass', 'press', 'enterprise', 'unit'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/** What each kind is called on screen and in a sheet of agencies. */
export const agencyKindNames: Readonly<Record<AgencyKind, string>> = {
  superior: 'Cấp trên',
  party: 'Cơ quan Đảng',
  department: 'Sở, ban, ngành',
  district: 'UBND cấp huyện',
  committee: 'Ban chỉ đạo, hội đồng',
  commune: 'UBND cấp xã',
  mass: 'Mặt trận, đoàn thể',
  press: 'Báo chí',
  enterprise: 'Doanh nghiệp',
  unit: 'Đơn vị khác',
};

/** The seven centrally-run cities of 2026: their committees stand above no province, but are no district either. */
const centralCities = 'ha noi|hai phong|hue|da nang|dong nai|ho chi minh|can tho';

/** Whether a place of this name is a city under the centre: its committees are of a city, not of a tỉnh. */
export const isCentralCity = (name: string): boolean => new RegExp(`^(thanh pho )?(${centralCities})$`).test(agencyWords(name).join(' '));

/** The first that fits tells the kind; names are folded words with the usual abbreviations written out. */
const signs: readonly (readonly [AgencyKind, RegExp])[] = [
  ['unit', /^chi cuc |^(phong|trung tam|truong|benh vien|ban quan ly du an) (?!truyen thong)/],
  ['mass', /^(uy ban )?mat tran to quoc|^hoi (lien hiep|nong dan|cuu|chu thap|khuyen|nha|dong y|luat|nguoi|bao tro)|^lien (doan lao dong|minh hop tac xa|hiep)|^(tinh|thanh|huyen|quan) doan\b|^doan thanh nien/],
  ['party', /\b(tinh|thanh|huyen|quan|dang|thi) uy\b(?! (ban|vien))|^ban chap hanh|trung uong dang|^dang bo\b|^uy ban kiem tra/],
  ['press', /^(bao (?!hiem)|dai (phat thanh|truyen)|cong thong tin|tap chi|thong tan xa|trung tam truyen thong|(co quan )?bao chi)/],
  ['commune', /^(uy ban nhan dan |hoi dong nhan dan )?(xa|phuong|thi tran|dac khu) /],
  ['superior', new RegExp(`^uy ban nhan dan thanh pho (${centralCities})$`)],
  ['district', /^(uy ban nhan dan |hoi dong nhan dan )?(huyen|quan|thi xa|thanh pho) /],
  ['department', /^so |^thanh tra (tinh|thanh pho)|^van phong (uy ban nhan dan|doan dai bieu)|^cong an (tinh|thanh pho)|^bo (chi huy|tu lenh)|^ban dan toc|^ban quan ly (cac )?khu (cong nghiep|kinh te|che xuat)|^(cuc )?(thue|thong ke|hai quan|thi hanh an)\b|^kho bac|^bao hiem xa hoi|^(toa an|vien kiem sat) nhan dan (tinh|thanh pho)/],
  ['superior', /^(thu tuong|chinh phu|chu tich nuoc|quoc hoi|uy ban thuong vu|bo |van phong (chinh phu|quoc hoi|chu tich nuoc|trung uong)|thanh tra chinh phu|ngan hang nha nuoc|kiem toan nha nuoc|(toa an|vien kiem sat) nhan dan toi cao|doan dai bieu quoc hoi|cuc |tong cuc|(thuong truc )?hoi dong nhan dan tinh|uy ban nhan dan tinh)/],
  ['committee', /^(ban chi dao|ban chi huy|hoi dong|uy ban|to (cong tac|giup viec)|ban to chuc)\b/],
  ['enterprise', /^(cong ty|tong cong ty|tap doan|doanh nghiep|ngan hang|hop tac xa|xi nghiep|nha may|dien luc|vien thong|buu dien)\b/],
];

/** The kind an agency's name speaks of; `unit` when it speaks of none. A guess, for the person to confirm. */
export function guessAgencyKind(name: string): AgencyKind {
  const words = agencyWords(name).join(' ');
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? 'unit';
}
