package io.shouxin.document.internal;

/** A cell of a table: a first line and, in small, what supports it. */
record Cell(String text, Style style, String support) {

    static Cell of(String text) {
        return new Cell(text, Style.CELL, "");
    }

    static Cell strong(String text) {
        return new Cell(text, Style.CELL_STRONG, "");
    }

    Cell with(String supportingText) {
        return new Cell(text, style, supportingText);
    }

    Cell in(Tone tone) {
        return new Cell(text, style.in(tone), support);
    }
}
