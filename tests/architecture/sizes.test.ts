import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { isBelow, readSources } from './imports.ts';
import { LONG_FILES, LONG_FUNCTIONS } from './layers.ts';
import { LONG_FUNCTION, measureFunctions } from './syntax.ts';

const LINES_AT_MOST = 400;
const LONG_SHARE_AT_MOST = 0.005;

const sources = readSources(PROJECT_FOLDER);
const isSentences = (path: string) => path.startsWith('shared/text/messages/');

it('a file above 400 lines has a written reason, and sentences are no code', () => {
  const long = sources.filter(
    ({ path, text }) => !isSentences(path) && text.split('\n').length > LINES_AT_MOST,
  );
  const unexplained = long.filter(({ path }) => !(path in LONG_FILES));
  expect(unexplained.map(({ path }) => `${path}: split it, or give the reason in LONG_FILES`)).toEqual([]);
});

it('a reason for a long file goes when the file is short again', () => {
  const short = Object.keys(LONG_FILES).filter((path) => {
    const source = sources.find((candidate) => candidate.path === path);
    return source === undefined || source.text.split('\n').length <= LINES_AT_MOST;
  });
  expect(short).toEqual([]);
});

describe('functions', () => {
  const product = sources.filter(({ path }) => !isSentences(path) && !isBelow(path, 'assets'));
  const functions = product.flatMap(({ path, text }) =>
    measureFunctions(text, path).map(({ name, lines }) => ({ place: `${path} ${name}`, lines })),
  );
  const long = functions.filter(({ lines }) => lines > LONG_FUNCTION).map(({ place }) => place);

  it('above 60 lines have a written reason', () => {
    const unexplained = long.filter((place) => !(place in LONG_FUNCTIONS));
    expect(unexplained.map((place) => `${place}: split it, or give the reason in LONG_FUNCTIONS`)).toEqual(
      [],
    );
  });

  it('that are short again have none', () => {
    expect(Object.keys(LONG_FUNCTIONS).filter((place) => !long.includes(place))).toEqual([]);
  });

  it('above 60 lines are one of two hundred at most', () => {
    expect(functions.length).toBeGreaterThan(1000);
    expect(long.length / functions.length).toBeLessThanOrEqual(LONG_SHARE_AT_MOST);
  });
});

it('files are named in kebab-case, and React components in PascalCase', () => {
  const isWell = (path: string) => {
    const name = path.split('/').at(-1) ?? '';
    return (
      /^[a-z0-9]+(-[a-z0-9]+)*(\.module|\.test)?\.tsx?$/.test(name) || /^[A-Z][A-Za-z0-9]*\.tsx$/.test(name)
    );
  };
  expect(sources.map(({ path }) => path).filter((path) => !isWell(path))).toEqual([]);
});
