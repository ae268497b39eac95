/**
 * The priority of our highlights in the registry of a page: a number that nobody else has, by which a new run of the
 * extension knows the marks of one that is gone. It is low, so that highlights of the page's own are drawn over ours.
 */
export const MARK_PRIORITY = -50126;
