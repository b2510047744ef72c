package io.shouxin.subject;

import java.util.UUID;

/** A blind index of one identifier in one record of one person; it is deleted with the record. */
public record IndexEntry(UUID subjectId, UUID recordId, IdentifierKind kind, String normalised) {}
