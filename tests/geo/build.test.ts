import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BoundaryTopology } from '../../assets/geo/topology.ts';
import { collection, commune, FOUR, FOUR_UNITS, rectangle } from './squares.ts';

const SCRIPT = join(import.meta.dirname, '../../assets/geo/build.ts');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kh02-geo-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build(...options: string[]): { status: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...options], { encoding: 'utf8' });
  return { status, says: stdout + stderr };
}

function buildFrom(source: string, units = FOUR_UNITS): { status: number | null; says: string } {
  writeFileSync(join(folder, 'source.json'), source);
  writeFileSync(join(folder, 'units.csv'), units);
  return build(
    '--source',
    join(folder, 'source.json'),
    '--units',
    join(folder, 'units.csv'),
    '--out',
    folder,
  );
}

const written = (): string[] => readdirSync(folder).filter((name) => !/^(source|units)\./.test(name));
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('a sound source', () => {
  test('gives both levels and the manifest, and the same bytes the next time', () => {
    expect(buildFrom(collection(FOUR))).toMatchObject({ status: 0 });
    expect(written()).toEqual(['country.topo.json', 'detail.topo.json', 'manifest.json']);
    const first = written().map(text);
    buildFrom(collection(FOUR));
    expect(written().map(text)).toEqual(first);
  });

  test('may be TopoJSON: our own output builds again into the same units', () => {
    buildFrom(collection(FOUR));
    const before = JSON.parse(text('detail.topo.json')) as BoundaryTopology;
    expect(buildFrom(text('detail.topo.json'))).toMatchObject({ status: 0 });
    const after = JSON.parse(text('detail.topo.json')) as BoundaryTopology;
    expect(after.objects.communes.geometries.map(({ id }) => id)).toEqual([
      '00001',
      '00002',
      '00003',
      '00004',
    ]);
    expect(after.objects.provinces.geometries.map(({ id }) => id)).toEqual(['01', '02']);
    expect(after.bbox).toEqual(before.bbox);
    expect(JSON.parse(text('manifest.json'))).toMatchObject({
      source: 'computed from a TopoJSON file of 4 communes',
    });
  });

  test('may carry the code as id, and a running number as id beside properties.code', () => {
    const [one, two, ...others] = FOUR;
    if (!one || !two) return expect.fail('the squares are missing');
    const features = [{ ...one, id: '00001', properties: null }, { ...two, id: 7 }, ...others];
    expect(buildFrom(collection(features))).toMatchObject({ status: 0 });
  });
});

describe('a faulty source is refused by name and writes nothing', () => {
  const refuse = (result: { status: number | null; says: string }, message: string): void => {
    expect(result.says).toContain(message);
    expect(result.says).toContain('Nothing was written.');
    expect(result.says).not.toMatch(/\n\s+at /);
    expect(result.status).toBe(1);
    expect(written()).toEqual([]);
  };

  test('no --source, an unknown option, a file that is not there, a folder', () => {
    refuse(build(), '--source is missing');
    refuse(build('--sauce', 'x'), "'--sauce'");
    refuse(build('--source', join(folder, 'none.json')), 'none.json is no file');
    refuse(build('--source', folder), 'is no file');
  });

  test('an output folder that is not there', () => {
    writeFileSync(join(folder, 'source.json'), collection(FOUR));
    writeFileSync(join(folder, 'units.csv'), FOUR_UNITS);
    const paths = ['--source', join(folder, 'source.json'), '--units', join(folder, 'units.csv')];
    refuse(build(...paths, '--out', join(folder, 'none')), 'is no folder');
  });

  test('text that is not JSON, and JSON that is no map', () => {
    refuse(buildFrom('code,geometry\n'), 'source.json is not JSON');
    refuse(buildFrom('{"type":"Feature"}'), 'neither a GeoJSON FeatureCollection nor a TopoJSON Topology');
    refuse(buildFrom('[]'), 'neither a GeoJSON FeatureCollection nor a TopoJSON Topology');
  });

  test('a commune that is missing, double, unknown or without a code', () => {
    refuse(buildFrom(collection(FOUR.slice(1))), 'no boundary for commune 00001');
    refuse(
      buildFrom(collection([...FOUR, commune('00002', rectangle(3, 3))])),
      'commune 00002 is there twice',
    );
    refuse(buildFrom(collection([...FOUR, commune('00005', rectangle(3, 3))])), '00005 is no commune');
    refuse(
      buildFrom(collection([...FOUR, commune('5', rectangle(3, 3))])),
      'boundary number 5 has no commune code',
    );
  });

  test('a commune without an area, and one that is no area', () => {
    const [, ...others] = FOUR;
    const point: [number, number] = [106, 8];
    refuse(buildFrom(collection([commune('00001', [point, point, point, point]), ...others])), '00001');
    const line = { ...commune('00001'), geometry: { type: 'LineString', coordinates: [point, [107, 9]] } };
    refuse(buildFrom(collection([line, ...others])), 'commune 00001 is not an area but "LineString"');
    refuse(
      buildFrom(collection([{ ...line, geometry: null }, ...others])),
      'commune 00001 is not an area but empty',
    );
  });

  test('positions that are no longitude and latitude', () => {
    const projected = commune('00001', [
      [586_000, 2_325_000],
      [587_000, 2_325_000],
      [587_000, 2_326_000],
      [586_000, 2_325_000],
    ]);
    refuse(
      buildFrom(collection([projected, ...FOUR.slice(1)])),
      'commune 00001 has the position 586000, 2325000',
    );
  });

  test('shapes without positions and arcs that hold none', () => {
    const [, ...others] = FOUR;
    const empty = { ...commune('00001'), geometry: { type: 'Polygon', coordinates: null } };
    refuse(buildFrom(collection([empty, ...others])), '00001');
    const objects = {
      communes: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: '00001', arcs: [[0]] }] },
    };
    for (const arcs of [
      [null],
      [[]],
      [['x', 'y']],
      [
        [
          [1e9, 1e9],
          [1, 1],
          [2, 1],
          [1e9, 1e9],
        ],
      ],
    ])
      refuse(
        buildFrom(JSON.stringify({ type: 'Topology', objects, arcs }), 'code,province_code\n00001,01\n'),
        'source.json: arc 0',
      );
  });

  test('TopoJSON that names an arc it does not have, or several objects', () => {
    const shape = { type: 'Polygon', id: '00001', arcs: [[4]] };
    const topology = (objects: object): string => JSON.stringify({ type: 'Topology', objects, arcs: [] });
    const one = 'code,province_code\n00001,01\n';
    refuse(
      buildFrom(topology({ communes: { type: 'GeometryCollection', geometries: [shape] } }), one),
      'commune 00001 names arc 4, but the file has 0 arcs',
    );
    refuse(buildFrom(topology({ a: {}, b: {} }), one), 'holds the objects a, b');
  });

  test('a list of units with a wrong header, a short code or a commune twice', () => {
    refuse(buildFrom(collection(FOUR), 'ma,tinh\n00001,01\n'), 'column missing: code, province_code');
    refuse(buildFrom(collection(FOUR), 'code,province_code\n1,01\n'), "commune '1' of province '01'");
    refuse(buildFrom(collection(FOUR), `${FOUR_UNITS}00001,02\n`), 'commune 00001 is listed twice');
    refuse(buildFrom(collection(FOUR), '{}'), 'is not a catalogue of units');
  });
});
