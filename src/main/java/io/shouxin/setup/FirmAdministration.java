package io.shouxin.setup;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.identity.AdministratorsOnly;
import io.shouxin.platform.Branch;
import io.shouxin.platform.BranchTie;
import io.shouxin.platform.BranchTies;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.shared.StateRefused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators change about the firm and its branches after the set-up; privacy officers may read it. Whoever changes something
 * names the version they have seen; if a colleague was faster, nothing is saved and they are told. What was written before keeps its
 * words: letters and receipts are kept as they were made.
 */
@Service
public class FirmAdministration {

    /** Who may read: those who change it, and those who answer for the data. */
    public static final Set<Role> READERS = Set.of(Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);

    /** What was sorted and dated by a branch's trade, and would be wrong under another one. */
    private static final Set<BranchTie.Kind> BY_TRADE = EnumSet.of(
            BranchTie.Kind.IMPORTS,
            BranchTie.Kind.RECORDS,
            BranchTie.Kind.CASES,
            BranchTie.Kind.TASKS,
            BranchTie.Kind.SWEEPS);

    private final Firms firms;
    private final List<BranchTies> ties;
    private final ScaleTiers tiers;
    private final AdministratorsOnly administrators;
    private final CurrentActor current;
    private final EvidenceLog evidence;
    private final Clock clock;

    public FirmAdministration(
            Firms firms,
            List<BranchTies> ties,
            ScaleTiers tiers,
            AdministratorsOnly administrators,
            CurrentActor current,
            EvidenceLog evidence,
            Clock clock) {
        this.firms = firms;
        this.ties = ties;
        this.tiers = tiers;
        this.administrators = administrators;
        this.current = current;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Whether the person may also change what they read. */
    public boolean mayChange() {
        return current.get().has(Role.ADMINISTRATOR);
    }

    /** The number is read first: of two that change and read at once, the reader is at worst told of a change that they have seen. */
    public FirmParticulars particulars() {
        requireReader();
        return read();
    }

    private FirmParticulars read() {
        int version = firms.version();
        return FirmParticulars.of(firms.firm(), firms.people(), version);
    }

    /**
     * Changes what the firm says of itself.
     *
     * @param wanted with the version that was seen
     * @throws FirmChanged if a colleague was faster
     * @throws InvalidInput if a value cannot be one
     */
    @Transactional
    public void change(FirmParticulars wanted) {
        Actor by = administrators.require("change the firm");
        int version = firms.lockFirm();
        FirmParticulars now = read();
        if (version != wanted.version()) {
            throw new FirmChanged(now);
        }
        Set<FirmField> changed = wanted.differingFrom(now);
        if (changed.isEmpty()) {
            return;
        }
        Firm firm = wanted.applied(firms.firm());
        EvidenceEvent.Builder event = EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, by)
                .target("setting", "firm")
                .outcome("CHANGED")
                .detail("fields", changed.stream().map(FirmField::name).collect(Collectors.joining(",")));
        if (changed.contains(FirmField.PEOPLE)) {
            long people = wanted.people()
                    .filter(SetUpAnswers::isHeadcount)
                    .orElseThrow(() -> new InvalidInput("/people", "setup.people.error"));
            firms.state(people, clock.instant());
            event.detail("people", people)
                    .detail("tier", tiers.of(people).code())
                    .detail("tier_table", tiers.version());
        }
        firms.save(firm);
        evidence.append(event.build());
    }

    /** All branches, closed ones last. */
    public List<Branch> branches() {
        requireReader();
        return firms.branches();
    }

    /**
     * @throws NotFound if there is no such branch
     */
    public Branch branch(UUID id) {
        requireReader();
        return firms.branch(id);
    }

    /** What hangs on a branch: first what forbids that it is closed. */
    public List<BranchTie> ties(UUID id) {
        requireReader();
        return tiesOf(firms.branch(id));
    }

    private List<BranchTie> tiesOf(Branch branch) {
        List<BranchTie> all = new ArrayList<>();
        ties.forEach(each -> all.addAll(each.of(branch.id())));
        if (firms.openBranches().stream().allMatch(open -> open.id().equals(branch.id()))) {
            all.add(new BranchTie(BranchTie.Kind.LAST_OPEN, 1));
        }
        all.sort(Comparator.comparing(BranchTie::kind));
        return all;
    }

    /** Whether a branch could still be of another trade: only before anything was sorted and dated by it. */
    public static boolean mayChangeTrade(List<BranchTie> ties) {
        return ties.stream().map(BranchTie::kind).noneMatch(BY_TRADE::contains);
    }

    /**
     * Adds a branch.
     *
     * @throws InvalidInput if its name cannot be one or is another's
     */
    @Transactional
    public UUID add(String name, Sector sector) {
        Actor by = administrators.require("add a branch");
        SetUpAnswers.Shop shop = new SetUpAnswers.Shop(name, sector);
        Branch branch = new Branch(UUID.randomUUID(), shop.name(), shop.sector());
        unlessTaken(shop.name(), () -> firms.save(branch));
        evidence.append(
                event(branch, by, "CREATED").detail("sector", sector.name()).build());
        return branch.id();
    }

    /**
     * Gives a branch another name, or another trade as long as nothing was entered under the first.
     *
     * @throws BranchChanged if a colleague was faster
     * @throws InvalidInput if the name is another's, or the trade can no longer change
     */
    @Transactional
    public void change(UUID id, int version, String name, Sector sector) {
        Actor by = administrators.require("change a branch");
        Branch now = locked(id, version);
        SetUpAnswers.Shop shop = new SetUpAnswers.Shop(name, sector);
        List<String> fields = new ArrayList<>();
        if (!shop.name().equals(now.name())) {
            fields.add("NAME");
        }
        if (shop.sector() != now.sector()) {
            if (!mayChangeTrade(tiesOf(now))) {
                throw new InvalidInput("/sector", "firm.branch.error.sector");
            }
            fields.add("SECTOR");
        }
        if (fields.isEmpty()) {
            return;
        }
        Branch changed = new Branch(id, shop.name(), shop.sector(), version, now.closedAt());
        unlessTaken(shop.name(), () -> firms.change(changed));
        evidence.append(event(now, by, "CHANGED")
                .detail("fields", String.join(",", fields))
                .detail("sector", shop.sector().name())
                .build());
    }

    /**
     * Closes a branch: no records, requests or people come to it any more. What it has stays, and ends there.
     *
     * @throws BranchChanged if a colleague was faster
     * @throws InvalidInput if something forbids it
     * @throws StateRefused if it is closed already
     */
    @Transactional
    public void close(UUID id, int version) {
        Actor by = administrators.require("close a branch");
        // All branches, so that two who close the last two wait for each other.
        firms.branches().stream().map(Branch::id).sorted().forEach(firms::lock);
        Branch now = locked(id, version);
        if (!now.isOpen()) {
            throw new StateRefused("Branch", id, "closed", "close");
        }
        List<BranchTie> hanging = tiesOf(now);
        if (hanging.stream().anyMatch(tie -> tie.kind().forbids())) {
            throw new InvalidInput("", "firm.branch.error.close");
        }
        firms.change(new Branch(id, now.name(), now.sector(), version, clock.instant()));
        EvidenceEvent.Builder event = event(now, by, "CLOSED");
        hanging.forEach(tie -> event.detail(tie.kind().name().toLowerCase(Locale.ROOT), tie.count()));
        evidence.append(event.build());
    }

    /**
     * Opens a closed branch again.
     *
     * @throws BranchChanged if a colleague was faster
     * @throws StateRefused if it is open
     */
    @Transactional
    public void reopen(UUID id, int version) {
        Actor by = administrators.require("reopen a branch");
        Branch now = locked(id, version);
        if (now.isOpen()) {
            throw new StateRefused("Branch", id, "open", "reopen");
        }
        firms.change(new Branch(id, now.name(), now.sector(), version, null));
        evidence.append(event(now, by, "REOPENED").build());
    }

    private Branch locked(UUID id, int version) {
        Branch now = firms.lock(id);
        if (now.version() != version) {
            throw new BranchChanged(now);
        }
        return now;
    }

    private static void unlessTaken(String name, Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("/branches", "setup.branches.error.twice", name);
        }
    }

    private static EvidenceEvent.Builder event(Branch branch, Actor by, String outcome) {
        return EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, by)
                .target("branch", branch.id())
                .outcome(outcome);
    }

    private void requireReader() {
        if (!current.get().hasAny(READERS)) {
            throw new AccessRefused("The firm's particulars");
        }
    }
}
