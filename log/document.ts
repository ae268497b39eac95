/** A table of a document. All rows have as many cells as the head. */
export interface DocumentTable {
  head: string[];
  rows: string[][];
}

/** A part of a document under its heading. */
export interface DocumentSection {
  heading: string;
  paragraphs: string[];
  table?: DocumentTable;
  /** Commands, each of which begins with a comment that says what it is for. */
  commands?: string[];
  /** What it rests on: an address of the knowledge, and where on that page. */
  sources?: { url: string; place: string }[];
}

/** A report to send on, apart from the form it is written in. */
export interface LogDocument {
  title: string;
  paragraphs: string[];
  sections: DocumentSection[];
}
