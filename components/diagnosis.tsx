import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Question, Sentence } from '../lookup/entry';
import { Words } from './words';

type Step = { when: Sentence; next: Question | { end: Sentence } };

/**
 * A decision tree, one question at a time. Answers that were given stay above, and can be taken back. The button that
 * was pressed goes with its question, so what comes in its place takes the focus, and with it comes into view.
 */
export function Diagnosis({ question }: { question: Question }) {
  const [taken, setTaken] = useState<Step[]>([]);
  const asked = [question, ...taken.map(({ next }) => next)];
  const last = asked.at(-1)!;
  const tree = useRef<HTMLDivElement>(null);
  const drawn = useRef(taken);
  useLayoutEffect(() => {
    if (drawn.current === taken) return;
    drawn.current = taken;
    tree.current!.querySelector<HTMLElement>('.now')!.focus();
  }, [taken]);
  return (
    <div class="diagnosis" ref={tree}>
      {taken.map((step, at) => {
        const past = asked[at] as Question;
        return (
          <div class="past">
            <Words of={past.ask} />
            <button
              type="button"
              class="link"
              onClick={() => setTaken(taken.slice(0, at))}
            >
              <Words of={step.when} />
            </button>
          </div>
        );
      })}
      {'end' in last ? (
        <p class="now end" tabIndex={-1}>
          <Words of={last.end} />
        </p>
      ) : (
        <fieldset class="now" tabIndex={-1}>
          <legend>
            <Words of={last.ask} />
          </legend>
          {last.answers.map((answer) => (
            <button type="button" onClick={() => setTaken([...taken, answer])}>
              <Words of={answer.when} />
            </button>
          ))}
        </fieldset>
      )}
      {taken.length > 0 && (
        <button type="button" class="link" onClick={() => setTaken([])}>
          {i18n.t('card.again')}
        </button>
      )}
    </div>
  );
}
