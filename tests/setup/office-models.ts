/**
 * Content models of ECMA-376 / ISO 29500-4 (transitional) for the elements that our decks and workbooks hold: the children in the
 * order in which the schema wants them, with ? * + and | as in a regular expression. Office offers to repair a
 * file that has them otherwise. A key may name its parent where one name has several types.
 */
const FILL = '(a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill)?';
const EFFECTS = '(a:effectLst|a:effectDag)?';
const SHAPE = `a:xfrm? (a:custGeom|a:prstGeom)? ${FILL} a:ln? ${EFFECTS} a:scene3d? a:sp3d? a:extLst?`;
const BODY = 'a:bodyPr a:lstStyle? a:p+';
const LEVELS = `a:defPPr? ${Array.from({ length: 9 }, (_, at) => `a:lvl${at + 1}pPr?`).join(' ')} a:extLst?`;
const PARAGRAPH =
  'a:lnSpc? a:spcBef? a:spcAft? (a:buClrTx|a:buClr)? (a:buSzTx|a:buSzPct|a:buSzPts)? (a:buFontTx|a:buFont)? (a:buNone|a:buAutoNum|a:buChar|a:buBlip)? a:tabLst? a:defRPr? a:extLst?';
const RUN = `a:ln? ${FILL} ${EFFECTS} a:highlight? (a:uLnTx|a:uLn)? (a:uFillTx|a:uFill)? a:latin? a:ea? a:cs? a:sym? a:hlinkClick? a:hlinkMouseOver? a:rtl? a:extLst?`;
const AXIS =
  'c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx (c:crosses|c:crossesAt)?';
const SERIES_HEAD = 'c:idx c:order c:tx? c:spPr?';

const MODELS: Readonly<Record<string, string>> = {
  'c:chartSpace':
    'c:date1904? c:lang? c:roundedCorners? mc:AlternateContent? c:style? c:clrMapOvr? c:pivotSource? c:protection? c:chart c:spPr? c:txPr? c:externalData? c:printSettings? c:userShapes? c:extLst?',
  'c:chart':
    'c:title? c:autoTitleDeleted? c:pivotFmts? c:view3D? c:floor? c:sideWall? c:backWall? c:plotArea c:legend? c:plotVisOnly? c:dispBlanksAs? c:showDLblsOverMax? c:extLst?',
  'c:plotArea':
    'c:layout? (c:barChart|c:lineChart)+ (c:catAx|c:valAx|c:dateAx|c:serAx)* c:dTable? c:spPr? c:extLst?',
  'c:barChart':
    'c:barDir c:grouping? c:varyColors? c:ser* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId c:extLst?',
  'c:lineChart':
    'c:grouping c:varyColors? c:ser* c:dLbls? c:dropLines? c:hiLowLines? c:upDownBars? c:marker? c:smooth? c:axId c:axId c:extLst?',
  'c:barChart/c:ser': `${SERIES_HEAD} c:invertIfNegative? c:pictureOptions? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val? c:shape? c:extLst?`,
  'c:lineChart/c:ser': `${SERIES_HEAD} c:marker? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val? c:smooth? c:extLst?`,
  'c:ser/c:marker': 'c:symbol? c:size? c:spPr? c:extLst?',
  'c:dPt': 'c:idx c:invertIfNegative? c:marker? c:bubble3D? c:explosion? c:spPr? c:pictureOptions? c:extLst?',
  'c:dLbls':
    'c:dLbl* (c:delete|(c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? c:showCatName? c:showSerName? c:showPercent? c:showBubbleSize? c:separator? c:showLeaderLines? c:leaderLines?)) c:extLst?',
  'c:catAx': `${AXIS} c:auto? c:lblAlgn? c:lblOffset? c:tickLblSkip? c:tickMarkSkip? c:noMultiLvlLbl? c:extLst?`,
  'c:dateAx': `${AXIS} c:auto? c:lblOffset? c:baseTimeUnit? c:majorUnit? c:majorTimeUnit? c:minorUnit? c:minorTimeUnit? c:extLst?`,
  'c:errBars': 'c:errDir? c:errBarType c:errValType c:noEndCap? c:plus? c:minus? c:val? c:spPr? c:extLst?',
  'c:valAx': `${AXIS} c:crossBetween? c:majorUnit? c:minorUnit? c:dispUnits? c:extLst?`,
  'c:scaling': 'c:logBase? c:orientation? c:max? c:min? c:extLst?',
  'c:legend': 'c:legendPos? c:legendEntry* c:layout? c:overlay? c:spPr? c:txPr? c:extLst?',
  'c:manualLayout': 'c:layoutTarget? c:xMode? c:yMode? c:wMode? c:hMode? c:x? c:y? c:w? c:h? c:extLst?',
  'c:title': 'c:tx? c:layout? c:overlay? c:spPr? c:txPr? c:extLst?',
  'c:strRef': 'c:f c:strCache? c:extLst?',
  'c:strCache': 'c:ptCount? c:pt* c:extLst?',
  'c:numRef': 'c:f c:numCache? c:extLst?',
  'c:numCache': 'c:formatCode? c:ptCount? c:pt* c:extLst?',
  // In a slide it only names the part.
  'a:graphicData/c:chart': '',
  'c:pt': 'c:v',
  'a:pattFill': 'a:fgClr? a:bgClr?',
  'c:txPr': BODY,
  'c:spPr': SHAPE,
  'p:spPr': SHAPE,
  'p:txBody': BODY,
  'a:txBody': BODY,
  'a:bodyPr':
    'a:prstTxWarp? (a:noAutofit|a:normAutofit|a:spAutoFit)? a:scene3d? (a:sp3d|a:flatTx)? a:extLst?',
  'a:p': 'a:pPr? (a:r|a:br|a:fld)* a:endParaRPr?',
  'a:r': 'a:rPr? a:t',
  'a:fld': 'a:rPr? a:pPr? a:t?',
  'a:br': 'a:rPr?',
  'a:pPr': PARAGRAPH,
  'a:rPr': RUN,
  'a:defRPr': RUN,
  'a:endParaRPr': RUN,
  'a:lstStyle': LEVELS,
  'a:ln': `(a:noFill|a:solidFill|a:gradFill|a:pattFill)? (a:prstDash|a:custDash)? (a:round|a:bevel|a:miter)? a:headEnd? a:tailEnd? a:extLst?`,
  'a:xfrm': 'a:off? a:ext? a:chOff? a:chExt?',
  'p:xfrm': 'a:off? a:ext?',
  'a:tbl': 'a:tblPr? a:tblGrid a:tr*',
  'a:tr': 'a:tc* a:extLst?',
  'a:tc': 'a:txBody? a:tcPr? a:extLst?',
  'a:tcPr': `a:lnL? a:lnR? a:lnT? a:lnB? a:lnTlToBr? a:lnBlToTr? a:cell3D? ${FILL} a:headers? a:extLst?`,
  'p:blipFill': 'a:blip? a:srcRect? (a:tile|a:stretch)?',
  'p:sld': 'p:cSld p:clrMapOvr? mc:AlternateContent? p:transition? p:timing? p:extLst?',
  'p:sldLayout': 'p:cSld p:clrMapOvr? mc:AlternateContent? p:transition? p:timing? p:hf? p:extLst?',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst? p:transition? p:timing? p:hf? p:txStyles? p:extLst?',
  'p:notes': 'p:cSld p:clrMapOvr? p:extLst?',
  'p:notesMaster': 'p:cSld p:clrMap p:hf? p:notesStyle? p:extLst?',
  'p:cSld': 'p:bg? p:spTree p:custDataLst? p:controls? p:extLst?',
  'p:spTree':
    'p:nvGrpSpPr p:grpSpPr (p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic|p:contentPart|mc:AlternateContent)* p:extLst?',
  'p:sp': 'p:nvSpPr p:spPr p:style? p:txBody? p:extLst?',
  'p:cxnSp': 'p:nvCxnSpPr p:spPr p:style? p:extLst?',
  'p:pic': 'p:nvPicPr p:blipFill p:spPr p:style? p:extLst?',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic p:extLst?',
  'p:nvSpPr': 'p:cNvPr p:cNvSpPr p:nvPr',
  'p:nvPicPr': 'p:cNvPr p:cNvPicPr p:nvPr',
  'p:nvGraphicFramePr': 'p:cNvPr p:cNvGraphicFramePr p:nvPr',
  'p:txStyles': 'p:titleStyle? p:bodyStyle? p:otherStyle? p:extLst?',
  'p:titleStyle': LEVELS,
  'p:bodyStyle': LEVELS,
  'p:otherStyle': LEVELS,
  'p:notesStyle': LEVELS,
  'p:defaultTextStyle': LEVELS,
  'p:presentation':
    'p:sldMasterIdLst? p:notesMasterIdLst? p:handoutMasterIdLst? p:sldIdLst? p:sldSz? p:notesSz p:smartTags? p:embeddedFontLst? p:custShowLst? p:photoAlbum? p:custDataLst? p:kinsoku? p:defaultTextStyle? p:modifyVerifier? p:extLst?',
  workbook:
    'fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets functionGroups? externalReferences? definedNames? calcPr? oleSize? customWorkbookViews? pivotCaches? extLst?',
  worksheet:
    'sheetPr? dimension? sheetViews? sheetFormatPr? cols* sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios? autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? colBreaks? customProperties? cellWatches? ignoredErrors? smartTags? drawing? legacyDrawing? legacyDrawingHF? drawingHF? picture? oleObjects? controls? webPublishItems? tableParts? extLst?',
  sheetView: 'pane? selection* pivotSelection* extLst?',
  row: 'c* extLst?',
  c: 'f? v? is? extLst?',
  dataValidation: 'formula1? formula2?',
  styleSheet:
    'numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst?',
  font: 'b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?',
  patternFill: 'fgColor? bgColor?',
  border: 'left? right? top? bottom? diagonal? vertical? horizontal?',
  xf: 'alignment? protection? extLst?',
  comments: 'authors commentList extLst?',
  comment: 'text commentPr?',
  text: 't? r* rPh* phoneticPr?',
  'text/r': 'rPr? t',
};

const COMPILED = new Map(Object.entries(MODELS).map(([name, model]) => [name, compile(model)]));

/** `c:a c:b? (c:c|c:d)*` as an expression over '<c:a><c:b>...'. */
function compile(model: string): RegExp {
  return new RegExp(`^${model.replace(/(?:[a-z]+:)?\w+/gi, '(?:<$&>)').replace(/\s+/g, '')}$`);
}

/** What the schema says of an element inside that parent; undefined where nothing is written down here. */
export function modelOf(name: string, parent: string): RegExp | undefined {
  const known = /^a:(lvl\dpPr|defPPr)$/.test(name) ? 'a:pPr' : name;
  return COMPILED.get(`${parent}/${known}`) ?? COMPILED.get(known);
}
