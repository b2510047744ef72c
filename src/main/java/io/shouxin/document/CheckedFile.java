package io.shouxin.document;

/**
 * A file written anew from what could be read of one that was handed in: without its name, its metadata and whatever else it
 * carried.
 */
public record CheckedFile(String mediaType, byte[] content) {

    public static final String JPEG = "image/jpeg";
}
