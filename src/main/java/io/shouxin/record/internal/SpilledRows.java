package io.shouxin.record.internal;

import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.record.imports.ReadingInterrupted;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.SheetCell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in their order, as they were read, outside the memory: in a file that loses its name as soon as it is open (on
 * systems that know no such files, when it is closed) and whose key lies nowhere, so that neither a crash nor a copy of the disk leaves a word of it. Reading goes forwards or from any row.
 */
final class SpilledRows implements AutoCloseable {

    private static final int ROWS_OF_A_PIECE = 500;
    private static final String NAME = "rows";
    /** Beside the kind of a cell that carries a date. */
    private static final int DATED = 0x40;

    private final FileChannel file;
    private final DataKey key = DataKey.ofThisProcess();
    private final List<Piece> pieces = new ArrayList<>();
    private ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private int buffered;
    private int size;
    private int opened = -1;
    private List<Row> piece = List.of();

    private record Piece(long from, int length) {}

    private SpilledRows(FileChannel file) {
        this.file = file;
    }

    /** @param directory one that only the owner may enter */
    static SpilledRows in(Path directory) {
        try {
            Path path = Files.createTempFile(directory, NAME, null);
            return new SpilledRows(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new ReadingInterrupted(e);
        }
    }

    void add(Row row) {
        try {
            write(new DataOutputStream(buffer), row);
            size++;
            if (++buffered == ROWS_OF_A_PIECE) {
                flush();
            }
        } catch (IOException e) {
            throw new ReadingInterrupted(e);
        }
    }

    int size() {
        return size;
    }

    /** The row at a place from 0; cheapest in the order of the places. */
    Row row(int place) {
        int wanted = place / ROWS_OF_A_PIECE;
        if (wanted != opened) {
            try {
                flush();
                piece = read(wanted);
                opened = wanted;
            } catch (IOException e) {
                throw new ReadingInterrupted(e);
            }
        }
        return piece.get(place % ROWS_OF_A_PIECE);
    }

    private void flush() throws IOException {
        if (buffered == 0) {
            return;
        }
        ByteBuffer sealed = ByteBuffer.wrap(key.encrypt(buffer.toByteArray(), cell(pieces.size())));
        long from = file.size();
        pieces.add(new Piece(from, sealed.remaining()));
        while (sealed.hasRemaining()) {
            from += file.write(sealed, from);
        }
        buffer.reset();
        buffered = 0;
    }

    private List<Row> read(int number) throws IOException {
        Piece wanted = pieces.get(number);
        ByteBuffer sealed = ByteBuffer.allocate(wanted.length());
        while (sealed.hasRemaining()) {
            if (file.read(sealed, wanted.from() + sealed.position()) < 0) {
                throw new IOException("The file of rows is too short");
            }
        }
        List<Row> rows = new ArrayList<>(ROWS_OF_A_PIECE);
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(key.decrypt(sealed.array(), cell(number))))) {
            while (in.available() > 0) {
                rows.add(read(in));
            }
        }
        return rows;
    }

    private static Cell cell(int piece) {
        return new Cell(NAME, "piece", new UUID(0, piece));
    }

    private static void write(DataOutputStream out, Row row) throws IOException {
        out.writeInt(row.merged() ? -row.number() : row.number());
        out.writeShort(row.cells().size());
        for (SheetCell cell : row.cells()) {
            LocalDate date = cell.date();
            out.writeByte(cell.kind().ordinal() | (date == null ? 0 : DATED));
            if (cell.kind() == SheetCell.Kind.EMPTY) {
                continue;
            }
            byte[] text = cell.text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
            if (date != null) {
                out.writeLong(date.toEpochDay());
            }
        }
    }

    private static Row read(DataInputStream in) throws IOException {
        int number = in.readInt();
        int count = in.readUnsignedShort();
        List<SheetCell> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int first = in.readByte();
            SheetCell.Kind kind = SheetCell.Kind.values()[first & ~DATED];
            if (kind == SheetCell.Kind.EMPTY) {
                cells.add(SheetCell.EMPTY);
                continue;
            }
            String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            @Nullable LocalDate date = (first & DATED) == 0 ? null : LocalDate.ofEpochDay(in.readLong());
            cells.add(new SheetCell(kind, text, date));
        }
        return new Row(Math.abs(number), cells, number < 0);
    }

    /** With it goes the key, and whatever of the rows was on the disk. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new ReadingInterrupted(e);
        }
    }
}
