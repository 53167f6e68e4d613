import {
  type OfficePackage,
  partXml,
  relatedPart,
  relationIdOf,
  relationsOf,
} from '#main/core/files/office-package.ts';
import { attributeOf, findAll, prefixOf } from '#main/core/files/xml-tree.ts';

/** The part that names the sheets. Refuses a package without one. */
export function workbookPart(file: OfficePackage): string {
  const part = relatedPart(file, '', 'officeDocument');
  if (part === undefined) throw file.refuse('damaged');
  return part;
}

/** The parts of the worksheets by their names, NFC. Refuses a package that cannot be relied on. */
export function sheetParts(file: OfficePackage): Map<string, string> {
  const workbook = workbookPart(file);
  const { text, root } = partXml(file, workbook);
  const relations = relationsOf(file, workbook).filter(({ type }) => type === 'worksheet');
  return new Map(
    findAll(root, `${prefixOf(root)}sheet`).flatMap((element): [string, string][] => {
      const id = relationIdOf(text, element);
      const part = relations.find((one) => one.id === id)?.target ?? null;
      return part === null ? [] : [[(attributeOf(text, element, 'name') ?? '').normalize('NFC'), part]];
    }),
  );
}
