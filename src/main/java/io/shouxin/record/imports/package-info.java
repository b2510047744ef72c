/** Reads spreadsheets of clients into drafts of people and records; pure functions, no database. */
@NullMarked
@NamedInterface("imports")
package io.shouxin.record.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
