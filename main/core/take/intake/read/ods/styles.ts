import { type LegacyFont, legacyFontOf } from '../legacy/fonts.ts';
import type { Attributes, XmlHandlers } from '../xlsx/xml.ts';
import { OWN_FONT } from './names.ts';

/** What the styles of a document say of its cells and sheets; each may stand on another one. */
export interface OdsStyles {
  /** Handlers of the parts that styles stand in. */
  readonly handlers: Pick<XmlHandlers, 'open'>;
  readonly fontOf: (style: string | undefined) => LegacyFont | null;
  readonly hasLegacyFonts: () => boolean;
  readonly isHidden: (style: string | undefined) => boolean;
}

interface Style {
  readonly parent: string | undefined;
  font?: string | undefined;
  isHidden?: boolean;
}

/** Styles that stand on one another; a ring of them is no style. */
const DEPTH_AT_MOST = 8;

export function createOdsStyles(): OdsStyles {
  const styles = new Map<string, Style>();
  const families = new Map<string, string>();
  let current: Style | null = null;
  const fontName = (style: string | undefined): string | undefined => {
    let name: string | undefined = style ?? 'Default';
    for (let depth = 0; name !== undefined && depth < DEPTH_AT_MOST; depth += 1) {
      const found: Style | undefined = styles.get(name);
      if (found?.font !== undefined) return families.get(found.font) ?? found.font;
      name = found?.parent ?? (name === 'Default' ? OWN_FONT : undefined);
    }
    return undefined;
  };
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'font-face') {
      families.set(attributes.get('style:name') ?? '', attributes.get('svg:font-family') ?? '');
    } else if (name === 'style' || name === 'default-style') {
      const isDefault = name === 'default-style';
      if (isDefault && attributes.get('style:family') !== 'table-cell') return;
      current = { parent: attributes.get('style:parent-style-name') };
      styles.set(isDefault ? OWN_FONT : (attributes.get('style:name') ?? ''), current);
    } else if (current !== null && name === 'text-properties') {
      current.font ??= attributes.get('style:font-name') ?? attributes.get('fo:font-family');
    } else if (current !== null && name === 'table-properties') {
      current.isHidden = attributes.get('table:display') === 'false';
    }
  };
  const known = new Map<string | undefined, LegacyFont | null>();
  return {
    handlers: { open },
    fontOf: (style) => {
      const before = known.get(style);
      if (before !== undefined) return before;
      const font = legacyFontOf(fontName(style));
      known.set(style, font);
      return font;
    },
    hasLegacyFonts: () =>
      [...families.values(), ...[...styles.values()].map(({ font }) => font)].some(
        (name) => legacyFontOf(name) !== null,
      ),
    isHidden: (style) => (style === undefined ? false : styles.get(style)?.isHidden === true),
  };
}
