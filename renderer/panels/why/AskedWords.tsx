import type { WhySubject } from '#shared/contract/why.ts';
import classes from './Why.module.css';
import { WhyButton } from './WhyButton.tsx';

/** Words that may need several lines, with what they may be asked behind the last of them: never on a line alone. */
export function AskedWords(props: {
  readonly words: string;
  /** What it is asked of, where that is not said by the words themselves. */
  readonly name?: string;
  readonly about: WhySubject;
  readonly cut: string | undefined;
}) {
  const { words, name = words, about, cut } = props;
  // A no-break space alone does not hold what is not a letter: browsers may break beside it.
  const last = words.lastIndexOf(' ') + 1;
  return (
    <>
      {words.slice(0, last)}
      <span className={classes.together}>
        {words.slice(last)} <WhyButton name={name} about={about} cut={cut} />
      </span>
    </>
  );
}
