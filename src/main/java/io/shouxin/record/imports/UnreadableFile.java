package io.shouxin.record.imports;

import io.shouxin.shared.InvalidInput;

/**
 * The file as a whole cannot be taken as a spreadsheet. Its sentence in the {@code imports}
 * bundles says what to do; the arguments are numbers and type names, never content.
 */
public final class UnreadableFile extends InvalidInput {

    private static final long serialVersionUID = 1L;

    /** Why, one sentence each. */
    public enum Reason {
        EMPTY_FILE,
        NO_ROWS,
        FILE_TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        TOO_MANY_CELLS,
        CELL_TOO_LONG,
        ARCHIVE_TOO_LARGE,
        NOT_A_SPREADSHEET,
        PICTURE,
        OLD_EXCEL,
        ENCRYPTED,
        WEB_PAGE,
        OTHER_OFFICE_FORMAT,
        NOT_AS_NAMED,
        DAMAGED,
        UNCLOSED_QUOTE,
        UNKNOWN_CHARSET,
        OTHER_CHARSET
    }

    private final Reason reason;

    UnreadableFile(Reason reason, Object... arguments) {
        super("file", "imports.unreadable." + reason, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
