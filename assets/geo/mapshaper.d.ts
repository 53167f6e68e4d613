// The package ships no types; only the one function the build calls is declared.
declare module 'mapshaper' {
  const mapshaper: {
    /** Runs a command line over in-memory files (name -> content) and gives the files it would have written. */
    applyCommands(
      commands: string,
      files: Record<string, string>,
    ): Promise<Record<string, Uint8Array | string>>;
  };
  export default mapshaper;
}
