import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Question, Sentence } from '../lookup/entry';
import { Words } from './words';

type Step = { when: Sentence; next: Question | { end: Sentence } };

/** A decision tree, one question at a time. Answers that were given stay above, and can be taken back. */
export function Diagnosis({ question }: { question: Question }) {
  const [taken, setTaken] = useState<Step[]>([]);
  const frame = useRef<HTMLDivElement>(null);
  const hasAnswered = useRef(false);
  const asked = [question, ...taken.map(({ next }) => next)];
  const last = asked.at(-1)!;

  // The button that was pressed is gone: the focus goes on to what follows, and both come into view.
  useEffect(() => {
    if (!hasAnswered.current) return;
    const next = frame.current!.querySelector<HTMLElement>('.next')!;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }, [taken]);
  const take = (steps: Step[]) => {
    hasAnswered.current = true;
    setTaken(steps);
  };

  return (
    <div class="diagnosis" ref={frame}>
      {taken.map((step, at) => {
        const past = asked[at] as Question;
        return (
          <div class="past">
            <Words of={past.ask} />
            <button type="button" class="link" onClick={() => take(taken.slice(0, at))}>
              <Words of={step.when} />
            </button>
          </div>
        );
      })}
      {'end' in last ? (
        <p class="end next" role="status" tabIndex={-1}>
          <Words of={last.end} />
        </p>
      ) : (
        <fieldset class="next" tabIndex={-1}>
          <legend>
            <Words of={last.ask} />
          </legend>
          {last.answers.map((answer) => (
            <button type="button" onClick={() => take([...taken, answer])}>
              <Words of={answer.when} />
            </button>
          ))}
        </fieldset>
      )}
      {taken.length > 0 && (
        <button type="button" class="link" onClick={() => take([])}>
          {i18n.t('card.again')}
        </button>
      )}
    </div>
  );
}
