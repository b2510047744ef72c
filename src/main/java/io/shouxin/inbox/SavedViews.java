package io.shouxin.inbox;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.SavedView.Audience;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.platform.Parameters;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Views of the inbox under a name: one's own, and those that the privacy officer saved for everybody of a branch or
 * of the firm. A shared view shows each person what they may see themselves, nothing more.
 */
@Service
public class SavedViews {

    /** As many for each person, for each branch and for the firm. */
    public static final int MOST = 15;

    /** Of characters of a name. */
    public static final int LONGEST_NAME = 40;

    /** Whose task it is that everybody looks at the right work; an administrator has no inbox. */
    private static final Role SHARER = Role.PRIVACY_OFFICER;

    /** Somebody's number or address, in digits of any script and with whatever stands between them that is no letter. */
    private static final Pattern SOMEBODYS =
            Pattern.compile("(?:\\p{Nd}[^\\p{L}\\p{Nd}]*){7,}|[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private static final String SELECT = """
            SELECT id, owner_id, audience, shared_in, name, part, branch_id, kind, hand, holder_id, sorting FROM inbox_view
            """;

    /** The same people see these; they count and are ordered together. */
    private static final String GROUP = """
             WHERE audience = :audience AND (audience <> 'OWN' OR owner_id = :owner)
            AND shared_in IS NOT DISTINCT FROM :shared
            """;

    private final JdbcClient jdbc;
    private final Firms firms;
    private final StaffDirectory staff;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public SavedViews(
            JdbcClient jdbc,
            Firms firms,
            StaffDirectory staff,
            EvidenceLog evidence,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.firms = firms;
        this.staff = staff;
        this.evidence = evidence;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** What a view names and is not there any more, or not for this person. */
    public enum Missing {
        /** The person does not see this branch. */
        BRANCH_HIDDEN,
        /** The branch is closed: nothing new comes there. */
        BRANCH_CLOSED,
        /** The colleague does not work here any more. */
        COLLEAGUE_LEFT
    }

    /** One's own first, then those of one's branches, then the firm's. */
    public List<SavedView> all() {
        Actor actor = current.get();
        return jdbc.sql(SELECT + """
                         WHERE (audience = 'OWN' AND owner_id = :me) OR (audience = 'BRANCH' AND shared_in = ANY (:branches))
                        OR audience = 'FIRM'
                        ORDER BY CASE audience WHEN 'OWN' THEN 0 WHEN 'BRANCH' THEN 1 ELSE 2 END, shared_in, place, created_at, id
                        """)
                .param("me", me(actor))
                .param("branches", actor.branches().toArray(UUID[]::new))
                .query(SavedViews::read)
                .list();
    }

    /** Empty where there is none, or none for this person. */
    public Optional<SavedView> find(UUID id) {
        Actor actor = current.get();
        return jdbc.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(SavedViews::read)
                .optional()
                .filter(view -> sees(actor, view));
    }

    /** Whether this person may save a view for others. */
    public boolean mayShare() {
        return current.get().has(SHARER);
    }

    /** Whether this person may rename, move and delete it: their own, and whoever may share all that is shared. */
    public boolean mayChange(SavedView view) {
        Actor actor = current.get();
        return view.audience() == Audience.OWN
                ? view.owner().equals(actor.id())
                : sees(actor, view) && actor.has(SHARER);
    }

    /** What the view names that is gone, so that an empty list is not taken for work done. */
    public List<Missing> missing(SavedView view) {
        List<Missing> missing = new ArrayList<>();
        UUID branch = view.filter().branch();
        if (branch != null && !current.get().sees(branch)) {
            missing.add(Missing.BRANCH_HIDDEN);
        } else if (branch != null
                && firms.openBranches().stream().map(Branch::id).noneMatch(branch::equals)) {
            missing.add(Missing.BRANCH_CLOSED);
        }
        UUID holder = view.filter().holder();
        if (holder != null && staff.working().stream().map(Actor::id).noneMatch(holder::equals)) {
            missing.add(Missing.COLLEAGUE_LEFT);
        }
        return missing;
    }

    /**
     * @param branch whose people see it, where the audience is {@link Audience#BRANCH}; else null
     * @throws InvalidInput for a name that cannot be used ({@code /name}), and where there are {@link #MOST} already
     */
    @Transactional
    public SavedView save(String name, Audience audience, @Nullable UUID branch, ListFilter filter) {
        Actor actor = current.get();
        UUID id = UUID.randomUUID();
        SavedView view = new SavedView(
                id, me(actor), audience, audience == Audience.BRANCH ? branch : null, named(name), filter);
        if (audience == Audience.BRANCH && branch == null) {
            throw new InvalidInput("/branch", "inbox.view.error.branch");
        }
        requireMayChange(view);
        int before = lockedCount(view);
        if (before >= MOST) {
            throw new InvalidInput("", "inbox.view.error.many", MOST);
        }
        jdbc.sql("""
                        INSERT INTO inbox_view (id, owner_id, audience, shared_in, name, part, branch_id, kind, hand, holder_id, sorting,
                                                place, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        view.owner(),
                        audience.name(),
                        Parameters.id(view.sharedIn()),
                        view.name(),
                        filter.part().name(),
                        Parameters.id(filter.branch()),
                        Parameters.text(filter.kind()),
                        filter.hand().name(),
                        Parameters.id(filter.holder()),
                        filter.order().name(),
                        before,
                        Timestamp.from(clock.instant())))
                .update();
        log(view, "SAVED");
        return view;
    }

    /** @throws InvalidInput for a name that cannot be used ({@code /name}) */
    @Transactional
    public void rename(UUID id, String name) {
        SavedView view = changeable(id);
        jdbc.sql("UPDATE inbox_view SET name = ? WHERE id = ?")
                .params(named(name), id)
                .update();
        log(view, "RENAMED");
    }

    @Transactional
    public void delete(UUID id) {
        SavedView view = changeable(id);
        lockedCount(view);
        jdbc.sql("DELETE FROM inbox_view WHERE id = ?").param(id).update();
        number(group(view));
        log(view, "DELETED");
    }

    /** Moves it among those that the same people see; beyond the ends it stays. */
    @Transactional
    public void move(UUID id, int by) {
        SavedView view = changeable(id);
        lockedCount(view);
        List<UUID> order = new ArrayList<>(group(view));
        int at = order.indexOf(id);
        int to = at + by;
        if (at >= 0 && to >= 0 && to < order.size()) {
            order.remove(at);
            order.add(to, id);
            number(order);
            log(view, "MOVED");
        }
    }

    private void number(List<UUID> order) {
        for (int place = 0; place < order.size(); place++) {
            jdbc.sql("UPDATE inbox_view SET place = ? WHERE id = ?")
                    .params(place, order.get(place))
                    .update();
        }
    }

    private List<UUID> group(SavedView view) {
        return jdbc.sql("SELECT id FROM inbox_view" + GROUP + " ORDER BY place, created_at, id")
                .param("audience", view.audience().name())
                .param("owner", view.owner())
                .param("shared", Parameters.id(view.sharedIn()))
                .query(UUID.class)
                .list();
    }

    /** Two windows that save or move at once do it one after the other. */
    private int lockedCount(SavedView view) {
        UUID whose =
                switch (view.audience()) {
                    case OWN -> view.owner();
                    case BRANCH -> view.sharedIn();
                    case FIRM -> null;
                };
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 110))")
                .param("inbox_view " + view.audience() + " " + whose)
                .query((rs, n) -> n)
                .list();
        return group(view).size();
    }

    private SavedView changeable(UUID id) {
        SavedView view = find(id).orElseThrow(() -> new NotFound("view", id));
        requireMayChange(view);
        return view;
    }

    private void requireMayChange(SavedView view) {
        if (!mayChange(view)) {
            evidence.appendRefused(EvidenceEvent.of(EvidenceKind.ACCESS_REFUSED, current.get())
                    .target("inbox_view", view.id())
                    .outcome("NOT_SHARER")
                    .build());
            throw new AccessRefused("View " + view.id());
        }
    }

    /** What others see is a setting of the firm; what somebody arranges for themselves is nobody's business. */
    private void log(SavedView view, String outcome) {
        if (view.audience() != Audience.OWN) {
            evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, current.get())
                    .target("inbox_view", view.id())
                    .outcome(outcome)
                    .build());
            events.publishEvent(new ViewsChanged());
        }
    }

    private static String named(String typed) {
        String name = typed.strip();
        if (name.isEmpty()
                || PlainText.length(name) > LONGEST_NAME
                || PlainText.unkeepable(name).isPresent()) {
            throw new InvalidInput("/name", "inbox.view.error.name", LONGEST_NAME);
        }
        if (SOMEBODYS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).find()) {
            throw new InvalidInput("/name", "inbox.view.error.somebodys");
        }
        return name;
    }

    private static boolean sees(Actor actor, SavedView view) {
        UUID branch = view.sharedIn();
        return switch (view.audience()) {
            case OWN -> view.owner().equals(actor.id());
            case BRANCH -> branch != null && actor.sees(branch);
            case FIRM -> actor.kind() == Actor.Kind.STAFF;
        };
    }

    private static UUID me(Actor actor) {
        UUID me = actor.id();
        if (me == null || actor.kind() != Actor.Kind.STAFF) {
            throw new AccessRefused("Only a member of the firm has views");
        }
        return me;
    }

    private static SavedView read(ResultSet rs, int n) throws SQLException {
        return new SavedView(
                rs.getObject("id", UUID.class),
                rs.getObject("owner_id", UUID.class),
                Audience.valueOf(rs.getString("audience")),
                rs.getObject("shared_in", UUID.class),
                rs.getString("name"),
                new ListFilter(
                        Inbox.Filter.valueOf(rs.getString("part")),
                        rs.getObject("branch_id", UUID.class),
                        rs.getString("kind"),
                        ListFilter.Hand.valueOf(rs.getString("hand")),
                        rs.getObject("holder_id", UUID.class),
                        ListFilter.Order.valueOf(rs.getString("sorting"))));
    }
}
