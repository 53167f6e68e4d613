import type { Archive } from '#main/core/files/archive.ts';
import { FileRefused } from '../../problem.ts';
import type { TableFile } from '../table.ts';
import { readXml } from '../xlsx/xml.ts';
import { openOpenDocument } from './document.ts';

/** Opens a packed spreadsheet of OpenDocument. Throws FileRefused. */
export async function readOpenDocument(archive: Archive): Promise<TableFile> {
  const manifest = archive.entries.get('META-INF/manifest.xml');
  if (manifest !== undefined) {
    // With a password every part is there and none can be read.
    const open = (name: string): void => {
      if (name === 'encryption-data') throw new FileRefused('FILE_ENCRYPTED');
    };
    await readXml(manifest.name, archive.read(manifest), { open });
  }
  const content = archive.entries.get('content.xml');
  const styles = archive.entries.get('styles.xml');
  if (content === undefined) throw new FileRefused('FILE_DAMAGED', { part: 'content.xml' });
  return await openOpenDocument({
    name: content.name,
    bytes: content.size,
    content: () => archive.read(content),
    styles: styles === undefined ? null : () => archive.read(styles),
  });
}
