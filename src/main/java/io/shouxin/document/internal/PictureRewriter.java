package io.shouxin.document.internal;

import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.document.FileRefused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a photo anew: upright, as a JPEG, without any metadata (the place where it was taken, the device). How large it is, its
 * header says before anything is decoded; a large one is read in steps, so that no more than some 12 million pixels lie in memory.
 */
public final class PictureRewriter {

    static final long MOST_PIXELS = 40_000_000;
    /** A row of a picture lies in memory as a whole. */
    static final int LONGEST_SIDE = 20_000;

    private static final long KEPT_PIXELS = 12_000_000;
    private static final float QUALITY = 0.88f;

    /** What cameras hang on to a photo: its depth, its moving version, notes of their own. It is left out. */
    private static final Set<String> HUNG_ON_BY_CAMERAS =
            Set.of("image/jpeg", "video/mp4", "video/quicktime", "application/mp4", "application/octet-stream");

    private PictureRewriter() {}

    public static CheckedFile jpeg(byte[] content) {
        refusePdfInside(content);
        JpegParts parts = new JpegParts(content);
        if (parts.end() < content.length && !isOfCamera(content, parts.end())) {
            throw new FileRefused(FileProblem.TWO_IN_ONE);
        }
        return rewrite(content, "jpeg", parts.orientation());
    }

    private static boolean isOfCamera(byte[] content, int from) {
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        return HUNG_ON_BY_CAMERAS.contains(FileTypes.of(rest))
                && !Bytes.has(rest, "PK\u0005\u0006", 0)
                && !Bytes.has(rest, "<script", 0)
                && !Bytes.has(rest, "<html", 0)
                && !Bytes.has(rest, "<svg", 0);
    }

    public static CheckedFile png(byte[] content) {
        refusePdfInside(content);
        if (endOfPng(content) < content.length) {
            throw new FileRefused(FileProblem.TWO_IN_ONE);
        }
        return rewrite(content, "png", 1);
    }

    /** Behind the chunk IEND (PNG, 5.3); nothing else is looked at. */
    private static long endOfPng(byte[] content) {
        long at = 8;
        while (at + 12 <= content.length) {
            long length = Bytes.u32(content, (int) at);
            boolean last = Bytes.find(content, "IEND", (int) at + 4) == at + 4;
            at += 12 + length;
            if (last && at <= content.length) {
                return at;
            }
        }
        throw new FileRefused(FileProblem.DAMAGED);
    }

    private static void refusePdfInside(byte[] content) {
        if (Bytes.has(content, "%PDF-", 0)) {
            throw new FileRefused(FileProblem.TWO_IN_ONE);
        }
    }

    private static CheckedFile rewrite(byte[] content, String format, int orientation) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(content)), true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS || width > LONGEST_SIDE || height > LONGEST_SIDE) {
                throw new FileRefused(FileProblem.TOO_MANY_PIXELS);
            }
            reader.addIIOReadProgressListener(new Stopping());
            BufferedImage drawn = upright(reader.read(0, steps(reader, (long) width * height)), orientation);
            return new CheckedFile(CheckedFile.JPEG, written(drawn));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new FileRefused(FileProblem.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam steps(ImageReader reader, long pixels) {
        int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
        return param;
    }

    private static BufferedImage upright(BufferedImage read, int orientation) {
        FileBench.goOn();
        int width = read.getWidth();
        int height = read.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage drawn =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        canvas.drawImage(read, turn(orientation, width, height), null);
        canvas.dispose();
        return drawn;
    }

    /** Exif 2.3, 4.6.4: what must be done to a picture whose first row and column lie so. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage drawn) throws IOException {
        FileBench.goOn();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(drawn, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Ends the reading of a picture for which nobody waits any more. */
    private static final class Stopping implements IIOReadProgressListener {

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            FileBench.goOn();
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
