import type { Runner } from '#main/core/work/jobs.ts';
import type { Watch } from '#main/core/work/progress.ts';
import type { LogoDto } from '#shared/contract/brand.ts';
import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type { MapSpecDto } from '#shared/contract/briefing-page.ts';
import type { Client } from '#shared/contract/contract.ts';
import { describeBriefing } from './describe.ts';
import { type ExportOptions, type ExportResult, exportBriefing, type Progress } from './export.ts';
import { exportProvinces, type ProvincesOptions, type ProvincesResult } from './export-provinces.ts';
import { isRefusal, jobFailure } from './job-failure.ts';
import { cleanLogo } from './logo.ts';
import { type BriefingOptions, makeBriefing } from './make.ts';
import { mapPicture } from './pictures/map-picture.ts';
import { drawScreenPicture, type PictureRequest } from './pictures/screen-picture.ts';
import {
  type DeckReport,
  inspectDeck,
  type RenewOptions,
  type RenewResult,
  renewDeck,
} from './renew/renew.ts';
import { createTools, type Tools } from './tools.ts';
import { type TableRequest, type WrittenTable, writeScreenTable } from './xlsx/screen-table.ts';

type Given = 'tools' | 'signal' | 'onProgress';

/** Work that takes longer than a screen may wait for its turn, with what goes in (plain data) and what comes out. */
export interface Jobs {
  readonly describe: {
    readonly input: Omit<BriefingOptions, Given>;
    readonly output: BriefingDescriptionDto;
  };
  readonly draw: {
    readonly input: {
      readonly map: MapSpecDto;
      readonly width: number;
      readonly height: number;
      readonly pixels: number;
    };
    readonly output: { readonly png: string };
  };
  readonly export: { readonly input: Omit<ExportOptions, Given>; readonly output: ExportResult };
  readonly provinces: { readonly input: Omit<ProvincesOptions, Given>; readonly output: ProvincesResult };
  /** Base64. */
  readonly picture: {
    readonly input: PictureRequest;
    readonly output: { readonly name: string; readonly content: string };
  };
  /** `out`: the folder that gets the file. */
  readonly table: { readonly input: TableRequest & { readonly out: string }; readonly output: WrittenTable };
  /** A logo from outside (base64) as a clean one. */
  readonly logo: { readonly input: { readonly file: string }; readonly output: LogoDto };
  readonly inspectDeck: { readonly input: RenewOptions['deck']; readonly output: DeckReport };
  readonly renew: { readonly input: Omit<RenewOptions, Given>; readonly output: RenewResult };
}
export type JobKind = keyof Jobs;

/** `source`: the open snapshot that is asked. */
type Around = Watch<Progress> & { readonly source?: string | undefined };
export type JobRunner = Runner<Jobs, Around>;

declare module '#main/core/ground/context.ts' {
  interface Context {
    /** Where briefings are made, when the host has another thread for them than the one that answers. */
    readonly jobs?: JobRunner | undefined;
  }
}

const WORK: {
  readonly [Kind in JobKind]: (
    client: Client,
    input: Jobs[Kind]['input'],
    around: Watch<Progress> & { readonly tools: Tools },
  ) => Promise<Jobs[Kind]['output']>;
} = {
  describe: async (client, input, { signal }) =>
    describeBriefing(await makeBriefing(client, { ...input, signal })),
  draw: async (_client, { map, width, height, pixels }, { tools }) => {
    const png = await mapPicture(map, { width, height }, pixels, tools);
    return { png: Buffer.from(png).toString('base64') };
  },
  export: (client, input, around) => exportBriefing(client, { ...input, ...around }),
  provinces: (client, input, around) => exportProvinces(client, { ...input, ...around }),
  picture: async (client, input, { tools, signal }) => {
    const { name, bytes } = await drawScreenPicture(client, input, tools, signal);
    return { name, content: Buffer.from(bytes).toString('base64') };
  },
  table: (client, { out, ...input }, { signal }) => writeScreenTable(client, input, out, signal),
  logo: (_client, { file }, { tools }) => cleanLogo(Buffer.from(file, 'base64'), tools),
  inspectDeck: (_client, input) => inspectDeck(input),
  renew: (client, input, around) => renewDeck(client, { ...input, ...around }),
};

/**
 * Does the work here and now, asking the client for figures. Errors as of the work itself; JOB_FAILED says at which
 * page or file anything else was thrown.
 */
export async function doJob<Kind extends JobKind>(
  client: Client,
  assetsFolder: string,
  kind: Kind,
  input: Jobs[Kind]['input'],
  watch: Watch<Progress>,
): Promise<Jobs[Kind]['output']> {
  let last: Progress | undefined;
  const onProgress = (progress: Progress): void => {
    last = progress;
    watch.onProgress?.(progress);
  };
  try {
    return await WORK[kind](client, input, { ...watch, onProgress, tools: toolsOf(assetsFolder) });
  } catch (error) {
    throw last === undefined || watch.signal?.aborted || isRefusal(error) ? error : jobFailure(error, last);
  }
}

const known = new Map<string, Tools>();

/** Fonts and boundaries, read once for each installation: one per process, apart from tests. */
function toolsOf(assetsFolder: string): Tools {
  const tools = known.get(assetsFolder) ?? createTools(assetsFolder);
  known.set(assetsFolder, tools);
  return tools;
}
