// Comments and names in which the author says that the order is meant.

/** Names of functions that say it, as words in lower case. */
export const orderWords =
  /\b(?:sequential|sequentially|serially|serialized|one by one|one at a time)\b|\bin (?:series|sequence|turn)\b|\b(?:series|serial)$/;

/** Phrases that above a function hold for all that it does: how it goes through things, and what the other side bears. */
export const statedOfAll: readonly RegExp[] = [
  /\b(?:sequentially|serially|one (?:by|at a time|after)|one-by-one)\b/i,
  /\b(?:rate.?limit|overload|overwhelm)/i,
];

/** Phrases that state it; a comment on the loop or on its first await that matches any is taken at its word. */
export const statedOrder: readonly RegExp[] = [
  ...statedOfAll,
  /\b(?:sequential|serial(?! (?:ports?|numbers?|devices?|bus|lines?|keys?)\b)|in (?:strict )?(?:order|sequence|series))\b/i,
  /\b(?:not|never|don'?t|do not|can(?:no|')t|avoid)\b[^.]{0,40}\b(?:parallel|concurren(?:t|tly|cy)|at once|simultaneous(?:ly)?)\b/i,
  /\b(?:must|has to|have to|needs? to|should)\b[^.]{0,60}\b(?:before (?:the )?next|settle|finish|complete)\b/i,
  /\bdeadlock/i,
  /\bprompt(?:s|ing)? (?:the user|for)\b/i,
  /\border (?:matters|is important|of .* matters)\b/i,
  /\b(?:must|has to|have to|should|is|are)\b[^.]{0,40}\bfirst\b/i,
  /\b(?:be|been|is|are|get|gets) (?:executed|run|done|applied|created|updated|deleted) (?:first|before)\b/i,
  /\b(?:after|before) (?:the|its|their|all|any)\b[^.]{0,60}\bso\b/i,
  /\b(?:bounded|chunked so|batched so|limit(?:s|ed|ing)? (?:the )?(?:number|amount|concurrency))\b/i,
  /\bbefore (?:\w+ing )?(?:the )?next\b/i,
  /\b(?:instead of|rather than|not|avoid|can(?:no|')t|don'?t)\b[^.]{0,30}\bpromise\.all/i,
  /\bpromise\.all\w*\b[^.]{0,30}\b(?:does(?:n't| not)|would(?:n't| not)?|can(?:no|')t)\b/i,
  /\bin (?:alphabetical|the (?:same|right|given|listed)) order\b/i,
  /\baccumulat\w* in memory\b|\b(?:run|running) out of memory\b/i,
];

/** What a comment above an await says where that comes before something else. */
export const statedFirst = /\bbefore\b/i;
