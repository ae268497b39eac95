import type { PageHandle } from '../finder/page-handle';
import type { RecordReader } from './record-reader';

/** The finder's handle with what the record's script leaves in it for the card's script. */
export interface PageWithRecord extends PageHandle {
  record?: RecordReader;
}
