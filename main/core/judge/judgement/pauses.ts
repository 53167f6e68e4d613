/** Runs steps that could pause to their end at once, and gives what they come to. */
export function inOneGo<Result>(steps: Iterator<unknown, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
