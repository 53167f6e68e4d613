/** What a command has to say: text for standard output, and an exit code where 0 would be untrue. */
export type CommandAnswer = string | { readonly text: string; readonly exitCode: number };
