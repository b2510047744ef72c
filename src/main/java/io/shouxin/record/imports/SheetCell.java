package io.shouxin.record.imports;

import io.shouxin.shared.PlainText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell as it was read. A number carries the date that it would mean in a date column, because whether an Excel number is a date
 * is known only when the column is.
 */
public record SheetCell(Kind kind, String text, @Nullable LocalDate date) {

    /** Invisible marks that come along from elsewhere are no part of what a cell says, and nobody is there to take them out. */
    public SheetCell {
        text = PlainText.keepable(text);
    }

    /** What the file says the cell is. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        /** A number whose style shows a date. */
        DATE,
        BOOLEAN,
        /** The result of a formula of the file: never evaluated here, only read. */
        FORMULA,
        ERROR
    }

    public static final SheetCell EMPTY = new SheetCell(Kind.EMPTY, "", null);

    public static SheetCell text(String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(Kind.TEXT, text, null);
    }

    /** Nothing but white space, the no-break and ideographic spaces included. */
    public boolean isBlank() {
        return kind == Kind.EMPTY || Chars.isBlank(text);
    }

    /** Without the content: a cell may be logged by accident, a client's data may not. */
    @Override
    public String toString() {
        return "SheetCell[" + kind + "]";
    }
}
