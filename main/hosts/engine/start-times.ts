/** Set to 1, a start tells on standard error when it came how far: `kh02-time <step> <epoch ms>`, for the bench. */
const IS_ASKED = process.env.KH02_START_TIMES === '1';

/** Notes that a step of the start is done, when somebody measures. */
export function noteTime(step: string): void {
  if (IS_ASKED)
    process.stderr.write(`kh02-time ${step} ${Math.round(performance.timeOrigin + performance.now())}\n`);
}
