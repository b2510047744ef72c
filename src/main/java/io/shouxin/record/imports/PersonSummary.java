package io.shouxin.record.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What all rows of a list together say of who a person is: enough to look for them, and no more.
 *
 * @param firstRef the first row's name of the person
 * @param strong whether one of the rows alone tells them reliably
 */
public record PersonSummary(
        String firstRef, PersonRole role, boolean strong, List<Identifier> identifiers, List<LocalDate> birthDates) {

    public PersonSummary {
        identifiers = List.copyOf(identifiers);
        birthDates = List.copyOf(birthDates);
    }

    public static PersonSummary of(PersonDraft draft) {
        LocalDate born = draft.birthDate();
        return new PersonSummary(
                draft.ref(),
                draft.role(),
                !PersonKey.strongKeys(draft).isEmpty(),
                draft.identifiers(),
                born == null ? List.of() : List.of(born));
    }

    /** Together with what a later row says. */
    public PersonSummary and(PersonSummary later) {
        Set<Identifier> both = new LinkedHashSet<>(identifiers);
        both.addAll(later.identifiers);
        Set<LocalDate> born = new LinkedHashSet<>(birthDates);
        born.addAll(later.birthDates);
        return new PersonSummary(firstRef, role, strong || later.strong, List.copyOf(both), List.copyOf(born));
    }

    /** In a hundred bytes or so, for a list in which many people stand more than once. */
    public byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, firstRef);
            out.writeByte(role.ordinal());
            out.writeBoolean(strong);
            out.writeInt(identifiers.size());
            for (Identifier identifier : identifiers) {
                out.writeByte(identifier.type().ordinal());
                out.writeBoolean(identifier.reliable());
                write(out, identifier.value());
            }
            out.writeInt(birthDates.size());
            for (LocalDate date : birthDates) {
                out.writeLong(date.toEpochDay());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static PersonSummary unpacked(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            String firstRef = read(in);
            PersonRole role = PersonRole.values()[in.readByte()];
            boolean strong = in.readBoolean();
            List<Identifier> identifiers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                IdentifierType type = IdentifierType.values()[in.readByte()];
                boolean reliable = in.readBoolean();
                identifiers.add(new Identifier(type, read(in), reliable));
            }
            List<LocalDate> born = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                born.add(LocalDate.ofEpochDay(in.readLong()));
            }
            return new PersonSummary(firstRef, role, strong, identifiers, born);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PersonSummary[" + firstRef + "]";
    }
}
