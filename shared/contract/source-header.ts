/** Header that carries the id of the open snapshot a page looks at; without it the workspace answers. */
export const SOURCE_HEADER = 'kh02-snapshot';
