package io.shouxin.platform;

import io.shouxin.shared.NotFound;
import io.shouxin.shared.Sector;
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
        return jdbc.sql("SELECT id, name, sector FROM branch ORDER BY name")
                .query((rs, n) -> new Branch(
                        rs.getObject("id", UUID.class), rs.getString("name"), Sector.valueOf(rs.getString("sector"))))
                .list();
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
                        authority_english = EXCLUDED.authority_english, jurisdiction = EXCLUDED.jurisdiction
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

    @Transactional
    public void save(Branch branch) {
        knownBranches.forget(FIRM);
        jdbc.sql("""
                        INSERT INTO branch (id, name, sector) VALUES (?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name
                        """).params(branch.id(), branch.name(), branch.sector().name()).update();
    }
}
