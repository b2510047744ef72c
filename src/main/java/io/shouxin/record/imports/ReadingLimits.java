package io.shouxin.record.imports;

import io.shouxin.record.imports.UnreadableFile.Reason;

/**
 * How much a file may hold. Twice the clients of a large firm fit; a file made to exhaust the machine does not.
 *
 * @param cells filled cells of one sheet, which bounds the memory that rows and columns alone leave open
 */
record ReadingLimits(
        int bytes, int rows, int columns, int cellChars, int cells, long inflatedBytes, int archiveEntries) {

    static final ReadingLimits STANDARD =
            new ReadingLimits(50 * 1024 * 1024, 200_000, 500, 32_767, 8_000_000, 512L * 1024 * 1024, 1_000);

    void checkBytes(long size) {
        if (size > bytes) {
            throw new UnreadableFile(Reason.FILE_TOO_LARGE, bytes / 1024 / 1024);
        }
    }

    void checkRow(int rowsSoFar) {
        if (rowsSoFar > rows) {
            throw new UnreadableFile(Reason.TOO_MANY_ROWS, rows);
        }
    }

    void checkColumns(int count) {
        if (count > columns) {
            throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, columns);
        }
    }

    void checkCells(int cellsSoFar) {
        if (cellsSoFar > cells) {
            throw new UnreadableFile(Reason.TOO_MANY_CELLS, cells);
        }
    }

    void checkCell(String text, int row, int column) {
        if (text.length() > cellChars) {
            throw new UnreadableFile(Reason.CELL_TOO_LONG, row, column + 1, cellChars);
        }
    }
}
