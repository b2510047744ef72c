package io.shouxin.document.internal;

import io.shouxin.document.FileProblem;
import io.shouxin.document.FileRefused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a JPEG (ITU-T T.81, B.1): where it ends, in how many scans it is drawn, and how the camera was held (Exif 2.3, tag
 * 0112).
 */
final class JpegParts {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    /** Progressive photos have some ten; a reader goes over the whole picture for each, and hears nothing meanwhile. */
    private static final int MOST_SCANS = 64;

    private static final int ORIENTATION = 0x0112;

    /** @param start where the marker begins */
    private record Part(int marker, int start, int end) {}

    private final byte[] content;
    private final List<Part> parts = new ArrayList<>();
    private final int end;

    /** @throws FileRefused if it does not end as a JPEG does */
    JpegParts(byte[] content) {
        this.content = content;
        try {
            this.end = read();
        } catch (IndexOutOfBoundsException e) {
            throw new FileRefused(FileProblem.DAMAGED);
        }
    }

    private int read() {
        int at = 2;
        int scans = 0;
        while (true) {
            if (Bytes.u8(content, at) != 0xff) {
                throw new FileRefused(FileProblem.DAMAGED);
            }
            int marker = Bytes.u8(content, at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == END) {
                return at + 2;
            } else if (marker == START) {
                throw new FileRefused(FileProblem.DAMAGED);
            } else {
                int next = at + 2 + Math.max(Bytes.u16(content, at + 2), 2);
                int after = marker == SCAN ? endOfScan(next) : next;
                parts.add(new Part(marker, at, after));
                scans += marker == SCAN ? 1 : 0;
                if (scans > MOST_SCANS) {
                    throw new FileRefused(FileProblem.DAMAGED);
                }
                at = after;
            }
        }
    }

    /** The next marker that is neither a stuffed byte nor a restart. */
    private int endOfScan(int from) {
        int at = from;
        while (true) {
            if (Bytes.u8(content, at) == 0xff) {
                int next = Bytes.u8(content, at + 1);
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
            at++;
        }
    }

    /** Where the picture is over; what follows was hung on to it. */
    int end() {
        return end;
    }

    /** 1 to 8 as Exif counts; 1 where nothing is said. */
    int orientation() {
        return parts.stream()
                .filter(part -> part.marker() == EXIF)
                .mapToInt(this::orientation)
                .filter(value -> value > 1)
                .findFirst()
                .orElse(1);
    }

    private int orientation(Part part) {
        int head = part.start() + 4;
        if (part.end() - head < 14 || Bytes.find(content, "Exif\0\0", head) != head) {
            return 1;
        }
        ByteBuffer tiff =
                ByteBuffer.wrap(content, head + 6, part.end() - head - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            return 1; // it says nothing that can be read, and all of it is left out
        }
        return 1;
    }
}
