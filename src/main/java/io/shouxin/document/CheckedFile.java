package io.shouxin.document;

/**
 * A file written anew from what could be read of one that was handed in: without its name, its metadata and whatever else it
 * carried.
 *
 * @param pages 1 for a picture
 */
public record CheckedFile(String mediaType, byte[] content, int pages) {

    public static final String JPEG = "image/jpeg";
    public static final String PDF = "application/pdf";
}
