package io.shouxin.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.identity.Absences;
import io.shouxin.identity.ChangedMeanwhile;
import io.shouxin.identity.Member;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.identity.StaffMailboxes;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One member of the firm: roles and branches, password, absence, leaving. */
@Route("staff/administration/people/:account")
@RolesAllowed("ADMINISTRATOR")
class MemberView extends Div implements BeforeEnterObserver, TitledView {

    private final StaffAdministration administration;
    private final Absences absences;
    private final StaffMailboxes mailboxes;
    private final Firms firms;
    private final Clock clock;
    private final Div said = new Div();
    private String title = "";
    private int version;

    MemberView(
            StaffAdministration administration, Absences absences, StaffMailboxes mailboxes, Firms firms, Clock clock) {
        this.administration = administration;
        this.absences = absences;
        this.mailboxes = mailboxes;
        this.firms = firms;
        this.clock = clock;
    }

    static String address(UUID account) {
        return "staff/administration/people/" + account;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            UUID id = UUID.fromString(event.getRouteParameters().get("account").orElse(""));
            said.removeAll();
            show(administration.member(id));
        } catch (IllegalArgumentException e) {
            throw new NotFound("account", "of that form");
        }
    }

    private void show(Member member) {
        Texts texts = UiTexts.current();
        MemberWords words = new MemberWords(texts, firms, clock);
        StaffAccount account = member.account();
        title = account.displayName();
        version = member.version();
        removeAll();
        StaffPage page = new StaffPage(title)
                .particulars(
                        new RouteLink("staff/administration", texts.get("identity.people.back")),
                        new Span(account.username()),
                        words.state(member));
        page.wide(said);
        if (account.active()) {
            String alone = administration.onlyOfficerOf(account.id()).stream()
                    .map(Branch::name)
                    .collect(Collectors.joining(texts.get("request.list.separator")));
            if (!alone.isEmpty()) {
                page.wide(Notice.warning(
                        texts.get("identity.people.onlyOfficer", alone),
                        texts.get("identity.people.onlyOfficer.what")));
            }
            page.main(profile(account, words))
                    .beside(
                            password(account, texts),
                            new MailboxPanel(mailboxes, account.id()),
                            new AbsencePanel(absences, member, words, this::reload),
                            new LeavePanel(member, this::leave));
        } else {
            page.main(new Panel(
                    texts.get("identity.people.profile"),
                    new DefinitionTable()
                            .row(texts.get("identity.people.roles"), words.roles(account.roles()))
                            .row(texts.get("identity.people.branches"), words.branches(account.branches()))));
        }
        page.beside(pledges(member, texts));
        add(page);
    }

    private Panel profile(StaffAccount account, MemberWords words) {
        List<Branch> offered = administration.branches();
        MemberForm form = new MemberForm(firms.branches().stream()
                .filter(branch -> offered.contains(branch) || account.branches().contains(branch.id()))
                .toList());
        form.show(account);
        return new Panel(
                words.texts().get("identity.people.profile"),
                form,
                Buttons.primary(words.texts().get("identity.people.save"), () -> save(account.id(), form, words)));
    }

    private void save(UUID id, MemberForm form, MemberWords words) {
        attempt(() -> {
            try {
                administration.change(id, version, form.read());
            } catch (InvalidInput refused) {
                if (form.mark(refused)) {
                    return;
                }
                throw refused;
            } catch (ChangedMeanwhile e) {
                tell(e, form, words);
                return;
            }
            Toast.done(words.texts().get("identity.people.saved"));
            reload(id);
        });
    }

    /** What the colleague has saved stands beside what was typed here, and only a second click puts the one over the other. */
    private void tell(ChangedMeanwhile e, MemberForm form, MemberWords words) {
        StaffAccount now = e.now().account();
        Texts texts = words.texts();
        if (!now.active()) {
            reload(now.id());
            said.add(Notice.warning(texts.get("identity.changed.title"), texts.get("identity.changed.left")));
            return;
        }
        version = e.now().version();
        Div actions = new Div(Buttons.link(texts.get("identity.changed.drop"), () -> {
            form.show(now);
            said.removeAll();
        }));
        said.add(new Notice(
                Chip.Tone.WARN,
                texts.get("identity.changed.title"),
                texts.get(
                        "identity.changed.text",
                        now.displayName(),
                        words.roles(now.roles()),
                        words.branches(now.branches())),
                actions));
    }

    private Panel password(StaffAccount account, Texts texts) {
        return new Panel(
                texts.get("identity.reset.title"),
                new Paragraph(texts.get("identity.reset.text", StaffAdministration.START_PASSWORD_LIFE.toDays())),
                Buttons.quiet(
                        texts.get("identity.reset.do"),
                        () -> attempt(() -> {
                            var made = administration.resetPassword(account.id(), version);
                            reload(account.id());
                            said.add(StartPasswordNotice.of(account.username(), made));
                        })));
    }

    private void leave(UUID id, @Nullable LocalDate pledgedOn) {
        attempt(() -> {
            administration.leave(id, version, pledgedOn);
            reload(id);
            said.add(Notice.done(UiTexts.text("identity.leave.done"), UiTexts.text("identity.leave.done.text")));
        });
    }

    /** Says in words what was refused; nothing was saved then. */
    private void attempt(Runnable change) {
        said.removeAll();
        try {
            change.run();
        } catch (InvalidInput refused) {
            said.add(ErrorBox.of(refused));
        } catch (ChangedMeanwhile e) {
            show(e.now());
            said.add(Notice.warning(
                    UiTexts.text("identity.changed.title"), UiTexts.text("identity.changed.nothingDone")));
        } catch (StateRefused closed) {
            said.add(Notice.warning(UiTexts.text("identity.changed.title"), UiTexts.text("identity.changed.left")));
        }
    }

    private void reload(UUID id) {
        show(administration.member(id));
    }

    private static Component pledges(Member member, Texts texts) {
        LocalDate joining = member.pledgedOn();
        LocalDate leaving = member.pledgedLeavingOn();
        DefinitionTable table = new DefinitionTable()
                .row(
                        texts.get("identity.pledge.JOINING"),
                        joining == null ? texts.get("identity.pledge.none") : TimeText.text(texts, joining));
        if (!member.account().active()) {
            table.row(
                    texts.get("identity.pledge.LEAVING"),
                    leaving == null ? texts.get("identity.pledge.none") : TimeText.text(texts, leaving));
        }
        return new Panel(texts.get("identity.pledge.title"), table);
    }
}
