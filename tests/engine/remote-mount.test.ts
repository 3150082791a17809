import { expect, test } from 'vitest';
import { remoteMountOf } from '../../electron/engine/files/remote-mount.ts';

const mountinfo = `22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 22 0:44 / /mnt/chung rw - cifs //may-chu/chung rw
41 22 0:45 / /mnt/chung/may rw - ext4 /dev/sdb1 rw
42 22 0:46 / /mnt/phòng\\040họp rw - nfs4 10.0.0.2:/so rw
43 22 0:47 / /home/a/ssh rw - fuse.sshfs a@b:/ rw
44 22 0:48 / /mnt/c rw - 9p C:\\134 rw`;

test.each([
  ['/home/a/so', null],
  ['/mnt/chung', 'cifs //may-chu/chung'],
  ['/mnt/chung/2026/so', 'cifs //may-chu/chung'],
  ['/mnt/chung/may/so', null],
  ['/mnt/chungcu/so', null],
  ['/mnt/phòng họp/so', 'nfs4 10.0.0.2:/so'],
  ['/home/a/ssh/so', 'fuse.sshfs a@b:/'],
  ['/mnt/c/so', null],
  ['\\\\may-chu\\so', '\\\\may-chu\\so'],
  ['\\\\?\\C:\\so', null],
  ['C:\\so', null],
])('%s nằm ở: %s', (folder, remote) => expect(remoteMountOf(folder, mountinfo)).toBe(remote));
