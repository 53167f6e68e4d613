import { cleanText } from '#shared/text/clean-text.ts';

/** Text as XML content: a name from a file must never become markup, nor make the part unreadable. */
export function escapeXml(text: string): string {
  return cleanText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
