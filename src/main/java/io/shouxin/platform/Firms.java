package io.shouxin.platform;

import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Sector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one firm of this deployment and its branches. */
@Component
public class Firms {

    private static final String FIRM_COLUMNS =
            "name, address, contact_person, contact_phone, contact_email, authority, authority_english,"
                    + " jurisdiction";

    private static final String BRANCH_COLUMNS = "id, name, sector, version, closed_at";

    private static final String FIRM = "firm";

    private final JdbcClient jdbc;
    private final TransactionMemory<String, Firm> known = new TransactionMemory<>();
    private final TransactionMemory<String, List<Branch>> knownBranches = new TransactionMemory<>();

    public Firms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The firm, or none before the set-up. */
    public Optional<Firm> find() {
        Optional<Firm> firm = known.find(FIRM);
        if (firm.isEmpty()) {
            firm = jdbc.sql("SELECT " + FIRM_COLUMNS + " FROM firm")
                    .query(Firm.class)
                    .optional();
            firm.ifPresent(read -> known.keep(FIRM, read));
        }
        return firm;
    }

    public Firm firm() {
        return find().orElseThrow(() -> new NotFound("firm", "before set-up"));
    }

    public List<Branch> branches() {
        return knownBranches.find(FIRM).orElseGet(() -> {
            List<Branch> read = readBranches();
            knownBranches.keep(FIRM, read);
            return read;
        });
    }

    private List<Branch> readBranches() {
        return jdbc.sql("SELECT " + BRANCH_COLUMNS + " FROM branch ORDER BY closed_at IS NOT NULL, name")
                .query(Firms::read)
                .list();
    }

    private static Branch read(ResultSet rs, int n) throws SQLException {
        Timestamp closed = rs.getTimestamp("closed_at");
        return new Branch(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                Sector.valueOf(rs.getString("sector")),
                rs.getInt("version"),
                closed == null ? null : closed.toInstant());
    }

    /** Where something new may go. */
    public List<Branch> openBranches() {
        return branches().stream().filter(Branch::isOpen).toList();
    }

    /**
     * Holds the branch open until the end of the transaction: whoever closes it waits, and then sees what came.
     *
     * @throws InvalidInput if it is closed
     */
    @Transactional
    public void requireOpen(UUID id, String pointer) {
        Branch branch = locked(id, " FOR SHARE");
        if (!branch.isOpen()) {
            throw new InvalidInput(pointer, "ui.branch.error.closed", branch.name());
        }
    }

    /**
     * As {@link #requireOpen}, for whoever can take another branch: a closed one is answered, and the branches are read anew.
     *
     * @return whether it is open, and stays so until the end of the transaction
     */
    @Transactional
    public boolean holdOpen(UUID id) {
        boolean open = locked(id, " FOR SHARE").isOpen();
        if (!open) {
            knownBranches.forget(FIRM);
        }
        return open;
    }

    /** The branch, kept from everybody else until the end of the transaction, what is being written there included. */
    @Transactional
    public Branch lock(UUID id) {
        knownBranches.forget(FIRM);
        return locked(id, " FOR UPDATE");
    }

    private Branch locked(UUID id, String how) {
        return jdbc.sql("SELECT " + BRANCH_COLUMNS + " FROM branch WHERE id = ?" + how)
                .param(id)
                .query(Firms::read)
                .optional()
                .orElseThrow(() -> new NotFound("branch", id));
    }

    /** The number of the firm's latest change, kept from everybody else until the end of the transaction. */
    @Transactional
    public int lockFirm() {
        known.forget(FIRM);
        return jdbc.sql("SELECT version FROM firm FOR UPDATE")
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("firm", "before set-up"));
    }

    public int version() {
        return jdbc.sql("SELECT version FROM firm").query(Integer.class).single();
    }

    /** Of how many people the firm says it handles data; none where nobody has said so yet. */
    public Optional<Long> people() {
        return jdbc.sql("SELECT people FROM firm_size").query(Long.class).optional();
    }

    @Transactional
    public void state(long people, Instant now) {
        jdbc.sql("""
                        INSERT INTO firm_size (people, stated_at) VALUES (?, ?)
                        ON CONFLICT (id) DO UPDATE SET people = EXCLUDED.people, stated_at = EXCLUDED.stated_at
                        """).params(people, Timestamp.from(now)).update();
    }

    public Branch branch(UUID id) {
        return branches().stream()
                .filter(branch -> branch.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("branch", id));
    }

    @Transactional
    public void save(Firm firm) {
        known.forget(FIRM);
        jdbc.sql("INSERT INTO firm (" + FIRM_COLUMNS + """
                        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name,
                        address = EXCLUDED.address, contact_person = EXCLUDED.contact_person,
                        contact_phone = EXCLUDED.contact_phone, contact_email = EXCLUDED.contact_email,
                        authority = EXCLUDED.authority,
                        authority_english = EXCLUDED.authority_english, jurisdiction = EXCLUDED.jurisdiction,
                        version = firm.version + 1
                        """)
                .params(
                        firm.name(),
                        firm.address(),
                        firm.contactPerson(),
                        firm.contactPhone(),
                        firm.contactEmail(),
                        firm.authority(),
                        firm.authorityEnglish(),
                        firm.jurisdiction())
                .update();
    }

    /** Changes a branch that the caller has locked: its name, its trade, and whether it is open. */
    @Transactional
    public void change(Branch branch) {
        knownBranches.forget(FIRM);
        Instant closed = branch.closedAt();
        jdbc.sql("UPDATE branch SET name = ?, sector = ?, closed_at = ?, version = version + 1 WHERE id = ?")
                .params(Arrays.asList(
                        branch.name(),
                        branch.sector().name(),
                        closed == null ? null : Timestamp.from(closed),
                        branch.id()))
                .update();
    }

    @Transactional
    public void save(Branch branch) {
        knownBranches.forget(FIRM);
        jdbc.sql("""
                        INSERT INTO branch (id, name, sector) VALUES (?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name
                        """).params(branch.id(), branch.name(), branch.sector().name()).update();
    }
}
