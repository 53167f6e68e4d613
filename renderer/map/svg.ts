const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element that is in no document yet. */
export function createSvg<Name extends keyof SVGElementTagNameMap>(name: Name): SVGElementTagNameMap[Name] {
  return document.createElementNS(SVG, name);
}
