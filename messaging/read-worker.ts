import type { PasteReading } from '../diagnosis/read-paste';

/** What a page asks of the worker that reads pasted texts. */
export interface ReadRequest {
  id: number;
  text: string;
}

/** What the worker answers. Without a reading, reading failed. */
export interface ReadAnswer {
  id: number;
  reading: PasteReading | undefined;
}
