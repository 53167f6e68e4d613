/** The address of the flat arrays that the build makes of a boundary file (vite.config.ts). */
declare module '*.topo.json?flat' {
  const address: string;
  export default address;
}
