package io.shouxin.document.internal;

/** How a piece of text is set. */
record Style(float size, boolean bold, Tone tone) {

    static final Style TITLE = new Style(20, true, Tone.INK);
    static final Style REFERENCE = new Style(9.5f, false, Tone.INK_2);
    static final Style SECTION = new Style(11.5f, true, Tone.ACT);
    static final Style SUMMARY = new Style(11.5f, true, Tone.INK);
    static final Style BODY = new Style(10, false, Tone.INK);
    static final Style STRONG = new Style(10, true, Tone.INK);
    static final Style LABEL = new Style(9.5f, false, Tone.INK_2);
    static final Style CELL = new Style(9, false, Tone.INK);
    static final Style CELL_STRONG = new Style(9, true, Tone.INK);
    static final Style CELL_HEAD = new Style(8.5f, true, Tone.INK_2);
    static final Style SMALL = new Style(8, false, Tone.INK_2);
    static final Style SMALL_STRONG = new Style(8, true, Tone.INK);

    Style in(Tone other) {
        return new Style(size, bold, other);
    }

    float leading() {
        return size * 1.55f;
    }
}
