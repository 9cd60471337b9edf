-- Whether a list has any of these words.
create alias has_any deterministic for 'org.startupatlas.query.WordLists.hasAny';
