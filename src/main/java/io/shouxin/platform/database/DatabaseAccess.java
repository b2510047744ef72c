package io.shouxin.platform.database;

/** Where the database is and how each role signs in there. */
public record DatabaseAccess(String url, DatabaseLogin owner, DatabaseLogin app, DatabaseLogin legal) {}
