package io.shouxin.document;

/** Why a file that somebody handed in is not kept. The bundles say of each what to do instead. */
public enum FileProblem {
    EMPTY,
    TOO_LARGE,
    /** 苹果手机的 HEIC 照片 */
    HEIC,
    /** No PDF is taken: to read one safely, more must be known of it than any library asks. */
    PDF,
    /** A drawing or page that can carry scripts: SVG, HTML, XML. */
    ACTIVE_PAGE,
    /** ZIP and its like, Office documents included. */
    ARCHIVE,
    OTHER_TYPE,
    DAMAGED,
    TOO_MANY_PIXELS,
    /** Two files in one: what it looks like depends on who opens it. */
    TWO_IN_ONE,
    /** It took too long to look at. */
    TOO_SLOW,
    /** Other files were looked at for so long that this one had no turn. */
    BUSY,
    /** The scanner knows something harmful in it. */
    INFECTED
}
