// file systems that live on another machine, as Linux names them; 9p and fuse also serve local disks of virtual
// machines, so only fuse's network members are named
const remoteTypes = /^(nfs\d?|cifs|smb\d?|smbfs|smb3|ncpfs|afs|ceph|glusterfs|fuse\.(sshfs|davfs2?|rclone|s3fs|glusterfs|smbnetfs)|davfs)$/;

// `\\may-chu\so`, and on Windows also `//may-chu/so`; `\\?\C:\so` and `\\.\` are this computer's own long and device paths
const sharePath = process.platform === 'win32' ? /^[\\/]{2}(?![.?][\\/])[^\\/]/ : /^\\\\(?![.?]\\)[^\\/]/;

/**
 * Where a folder really is when that is another machine (`\\may-chu\so`, `nfs may-chu:/so`), else null.
 * `mountinfo` is the text of /proc/self/mountinfo (empty where there is none).
 */
export function remoteMountOf(folder: string, mountinfo: string): string | null {
  if (sharePath.test(folder)) return folder;
  let found: { point: string; type: string; source: string } | null = null;
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = (before.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
    const [type = '', source = ''] = after.split(' ');
    const holds = point !== '' && (folder === point || point === '/' || folder.startsWith(`${point}/`));
    if (holds && (!found || point.length >= found.point.length)) found = { point, type, source };
  }
  return found && remoteTypes.test(found.type) ? `${found.type} ${found.source}` : null;
}
