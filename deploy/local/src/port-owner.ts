import { readdir, readFile, readlink } from 'node:fs/promises';

/** Who listens on a port, in words for a person: command and pid where the system tells. */
export async function portOwner(port: number): Promise<string> {
  const inode = await listenerInode(port).catch(() => undefined);
  if (inode === undefined) return 'another process';
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (await holds(pid, `socket:[${inode}]`)) {
      const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
      return `"${command.slice(0, 120)}" (process ${pid})`;
    }
  }
  return "another user's process";
}

/** Socket inode of a listener, from the kernel's tables (columns: 1 local address, 3 state, 9 inode). */
async function listenerInode(port: number): Promise<string | undefined> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const listening = '0A';
  for (const table of ['tcp', 'tcp6']) {
    const rows = (await readFile(`/proc/net/${table}`, 'utf8')).split('\n').slice(1);
    for (const row of rows) {
      const columns = row.trim().split(/\s+/);
      if (columns[1]?.endsWith(suffix) && columns[3] === listening) return columns[9];
    }
  }
  return undefined;
}

async function holds(pid: string, socket: string): Promise<boolean> {
  try {
    for (const descriptor of await readdir(`/proc/${pid}/fd`)) {
      if ((await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '')) === socket) return true;
    }
  } catch {
    // Ended meanwhile, or not ours to look at.
  }
  return false;
}
