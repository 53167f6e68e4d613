import { z } from 'zod';
import { reads, writes } from './base.ts';
import { LOGO_BYTES_AT_MOST } from './choices.ts';

const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);

/** A picture as it is drawn: read once, cleaned, and kept as PNG (base64). */
const logo = z.object({
  png: z.string().max(3_000_000),
  width: z.number().int().min(1).max(4096),
  height: z.number().int().min(1).max(4096),
});
export type LogoDto = z.infer<typeof logo>;

/** How every briefing looks; null: as the program has it. */
export const brand = z.object({
  organisation: z.string().trim().min(1).max(120).nullable(),
  /** Of titles, heads of tables and series without a judgement: must be readable on white and under white. */
  accent: colour.nullable(),
  /** Of the band on top of a page. */
  band: colour.nullable(),
  logo: logo.nullable(),
});
export type BrandDto = z.infer<typeof brand>;

export const brandProcedures = {
  brand: reads.output(brand),
  /** Changes what is given. BRAND_REFUSED: contrast, or a picture that cannot be taken. */
  setBrand: writes('settings')
    .input(
      z.object({
        organisation: brand.shape.organisation.optional(),
        accent: brand.shape.accent.optional(),
        band: brand.shape.band.optional(),
        /** The file's bytes (PNG, JPEG or SVG; base64), or null for none. */
        logo: z
          .object({ file: z.string().max((LOGO_BYTES_AT_MOST / 3) * 4 + 4) })
          .nullable()
          .optional(),
      }),
    )
    .output(brand),
};
