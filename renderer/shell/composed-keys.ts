/** What `keyCode` says of a key that an input method has taken: some browsers end the composition before its Enter. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * While an input method composes a letter (Telex, VNI, Pinyin …) its keys are its own: Enter confirms the word, Escape
 * drops it, arrows choose. No handler of the page, ours or a library's, sees them. Called once, before anything else
 * listens: what listens first on the window comes before every other handler.
 */
export function leaveComposedKeysAlone(): void {
  const stop = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', stop, { capture: true });
}
