import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The weights that exports and screens use; each file is the full static face, never a subset. */
const FACES = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'] as const;

/**
 * Copies the faces and their licence from the package into this folder, from where they are packed with the
 * application. A subset font would lose letters: picture writers drop a glyph without an error.
 */
function copyFonts(): void {
  const source = dirname(
    fileURLToPath(import.meta.resolve('@expo-google-fonts/be-vietnam-pro/package.json')),
  );
  for (const face of FACES) {
    const file = `BeVietnamPro_${face}.ttf`;
    copyFileSync(join(source, face, file), join(import.meta.dirname, file));
  }
  copyFileSync(join(source, 'LICENSE_FONT'), join(import.meta.dirname, 'OFL.txt'));
}

copyFonts();
