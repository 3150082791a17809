import { IconAddressBook, IconBooks, IconCalendarCheck, IconFileText, IconInbox, IconLayoutDashboard, IconPencil, IconSettings, IconShieldCheck } from '@tabler/icons-react';

/** The rail from the top; Alt with `digit` jumps there. */
export const places = [
  { command: 'desk', digit: 1, to: '/ban-lam-viec', label: 'Bàn làm việc', icon: IconLayoutDashboard },
  { command: 'incoming', digit: 2, to: '/van-ban-den', label: 'Văn bản đến', icon: IconInbox },
  { command: 'outgoing', digit: 3, to: '/van-ban-di', label: 'Văn bản đi', icon: IconFileText },
  { command: 'letter', digit: 4, to: '/soan-thao', label: 'Soạn thảo', icon: IconPencil },
  { command: 'tracking', digit: 5, to: '/theo-doi', label: 'Theo dõi', icon: IconCalendarCheck },
  { command: 'directory', digit: 6, to: '/danh-ba', label: 'Danh bạ', icon: IconAddressBook },
  { command: 'books', digit: 7, to: '/so-in-an', label: 'Sổ & in ấn', icon: IconBooks },
  { command: 'settings', digit: 8, to: '/cai-dat', label: 'Cài đặt', icon: IconSettings },
  { command: 'backup', digit: 9, to: '/sao-luu', label: 'Sao lưu', icon: IconShieldCheck },
] as const;
