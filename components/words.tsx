import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Block, FixStep, Sentence } from '../lookup/entry';
import { Evidence } from './evidence';
import { i18n } from './i18n';

/** Links of the named places in the cloud of the reader. */
export const Places = createContext<Record<string, string>>({});

interface LinkProps {
  href: string | undefined;
  text: string;
}

/**
 * A link that leaves the extension: a new tab that learns nothing of where it was opened. One to our own page (`#/…`)
 * stays in its tab.
 */
export function OutLink({ href, text }: LinkProps) {
  if (!href) return <b>{text}</b>;
  if (href.startsWith('#')) return <a href={href}>{text}</a>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

/** A sentence with its labels, literals and links, and what it rests on. */
export function Words({ of }: { of: Sentence }) {
  const places = useContext(Places);
  const showEvidence = useContext(Evidence);
  return (
    <>
      {of.map((run) => {
        if (typeof run === 'string') return run;
        if ('e' in run) return showEvidence(run.e);
        if ('b' in run) return <b>{run.b}</b>;
        if ('c' in run) return <code>{run.c}</code>;
        return <OutLink href={'p' in run ? places[run.p] : run.h} text={run.a} />;
      })}
    </>
  );
}

/** Sentences as a numbered list. */
export function Steps({ of }: { of: Sentence[] }) {
  return (
    <ol>
      {of.map((step) => (
        <li>
          <Words of={step} />
        </li>
      ))}
    </ol>
  );
}

/** The steps of a fix. One that is hard to take back says so before its text. */
export function FixSteps({ of }: { of: FixStep[] }) {
  return (
    <ol>
      {of.map(({ text, risky }) => (
        <li>
          {risky && <span class="pill it">{i18n.t('card.risky')}</span>} <Words of={text} />
        </li>
      ))}
    </ol>
  );
}

/** Paragraphs and lists. */
export function Blocks({ of }: { of: Block[] }) {
  return (
    <>
      {of.map((block) => {
        if ('ol' in block) return <Steps of={block.ol} />;
        if ('ul' in block) {
          return (
            <ul>
              {block.ul.map((item) => (
                <li>
                  <Words of={item} />
                </li>
              ))}
            </ul>
          );
        }
        return (
          <p>
            <Words of={block.p} />
          </p>
        );
      })}
    </>
  );
}
