declare module 'pdfmake/js/3rd-party/svg-to-pdfkit.js' {
  interface SvgOptions {
    readonly width?: number;
    readonly height?: number;
    readonly assumePt?: boolean;
    readonly preserveAspectRatio?: string;
    readonly fontCallback?: (family: string, bold: boolean, italic: boolean) => string;
    readonly warningCallback?: (warning: string) => void;
  }
  type Draw = (document: PDFKit.PDFDocument, svg: string, x: number, y: number, options?: SvgOptions) => void;
  const loaded: Draw | { readonly default: Draw };
  export default loaded;
}
