import type { Browser } from 'wxt/browser';
import type { Message, MessageName, Protocol } from './protocol';

export type Sender = Browser.runtime.MessageSender;

/** A function for each message. */
export type Handlers = {
  [Name in MessageName]: (
    data: Protocol[Name]['data'],
    sender: Sender,
  ) => Promise<Protocol[Name]['answer']>;
};

function isMessage(message: unknown): message is Message {
  return typeof message === 'object' && message !== null && 'signpost' in message;
}

/**
 * Makes the listener for `runtime.onMessage`. Errors travel to the sender as text.
 * @param handlers What to do with each message.
 */
export function createReceiver(handlers: Handlers) {
  return (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    if (!isMessage(message)) return undefined;
    if (!Object.hasOwn(handlers, message.signpost)) return undefined;
    const handler = handlers[message.signpost] as (
      data: unknown,
      sender: Sender,
    ) => Promise<unknown>;
    return Promise.resolve()
      .then(() => handler(message.data, sender))
      .then(
        (ok) => ({ ok }),
        (error: unknown) => ({ error: String(error instanceof Error ? error.message : error) }),
      );
  };
}
