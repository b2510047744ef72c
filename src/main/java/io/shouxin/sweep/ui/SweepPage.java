package io.shouxin.sweep.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.StaffNames;
import io.shouxin.record.PersonData;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.RetentionSweep.Course;
import io.shouxin.sweep.RetentionSweep.Proposal;
import io.shouxin.sweep.SweepStatus;
import io.shouxin.sweep.Sweeps;
import io.shouxin.sweep.Sweeps.Group;
import io.shouxin.sweep.Sweeps.Sample;
import io.shouxin.sweep.Sweeps.View;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The dry run of a sweep and what became of it, on its page and in the inbox alike. */
@Service
class SweepPage {

    /** Decided, and not finished yet: nobody has anything to do but wait. */
    private static final Set<SweepStatus> UNDER_WAY =
            Set.of(SweepStatus.APPROVED, SweepStatus.DESTROYING, SweepStatus.VERIFIED);

    private final Sweeps sweeps;
    private final StaffNames names;

    SweepPage(Sweeps sweeps, StaffNames names) {
        this.sweeps = sweeps;
        this.names = names;
    }

    View read(UUID id) {
        return sweeps.get(id);
    }

    /** @param way where the number of the sweep leads, or what leads back */
    StaffPage of(View view, String title, RouteLink way) {
        Texts texts = UiTexts.current();
        Proposal proposal = view.sweep().proposal();
        StaffPage page =
                new StaffPage(title).particulars(way, new Span(view.branch().label(texts)), chip(view.sweep(), texts));
        if (UNDER_WAY.contains(view.sweep().status())) {
            page.wide(Notice.info(texts.get("sweep.underWay"), texts.get("sweep.underWay.what")));
        }
        page.main(what(view, texts), groups(view, texts));
        if (!view.samples().isEmpty()) {
            page.main(samples(view, texts));
        }
        page.beside(approvals(view, texts));
        if (view.sweep().course().erasureBeganAt() != null) {
            page.beside(result(view, texts));
        }
        return page;
    }

    static Chip chip(RetentionSweep sweep, Texts texts) {
        String name = texts.label(sweep.status());
        return switch (sweep.status()) {
            case COMPLETED -> Chip.ok(name);
            case REJECTED -> Chip.warn(name);
            case PROPOSED, CONFIRMING -> Chip.plain(name);
            case APPROVED, DESTROYING, VERIFIED -> Chip.calm(name);
        };
    }

    private static Panel what(View view, Texts texts) {
        Proposal proposal = view.sweep().proposal();
        return new Panel(
                texts.get("sweep.what.title"),
                new DefinitionTable()
                        .row(texts.get("sweep.what.people"), texts.get("sweep.number", proposal.people()))
                        .row(texts.get("sweep.what.records"), texts.get("sweep.number", proposal.records()))
                        .row(
                                texts.get("sweep.what.share"),
                                texts.get("sweep.what.percent", proposal.sharePerMille() / 10.0))
                        .row(texts.get("sweep.what.ground"), texts.get("sweep.certificate.ground"))
                        .code(texts.get("sweep.what.table"), proposal.retentionBasis())
                        .code(texts.get("sweep.what.manifest"), proposal.manifest()));
    }

    private static Panel groups(View view, Texts texts) {
        PlainTable table = new PlainTable(
                        texts.get("sweep.group.category"),
                        texts.get("sweep.group.why"),
                        texts.get("sweep.group.people"),
                        texts.get("sweep.group.records"),
                        texts.get("sweep.group.due"))
                .cardsWhenNarrow();
        for (Group group : view.groups()) {
            table.row(
                    PlainTable.cell(texts.label(group.category())),
                    PlainTable.cell(
                            texts.get("sweep.why." + group.why()), texts.get("retention.rule." + group.ruleId())),
                    PlainTable.cell(texts.get("sweep.number", group.people())),
                    PlainTable.cell(texts.get("sweep.number", group.records())),
                    PlainTable.cell(
                            group.dueFrom().equals(group.dueTo())
                                    ? TimeText.text(texts, group.dueFrom())
                                    : texts.get(
                                            "sweep.group.between",
                                            TimeText.text(texts, group.dueFrom()),
                                            TimeText.text(texts, group.dueTo()))));
        }
        table.addClassName("sweep-groups");
        return new Panel(texts.get("sweep.group.title"), table);
    }

    private static Panel samples(View view, Texts texts) {
        PlainTable table = new PlainTable(
                        texts.get("sweep.sample.person"),
                        texts.get("sweep.sample.phone"),
                        texts.get("sweep.group.category"),
                        texts.get("sweep.sample.since"))
                .cardsWhenNarrow();
        for (Sample sample : view.samples()) {
            PersonData.Card card = sample.card();
            String phone = card == null ? "" : card.maskedPhone();
            table.row(
                    PlainTable.cell(card == null ? "—" : card.maskedName()),
                    PlainTable.cell(phone.isEmpty() ? "—" : phone),
                    PlainTable.cell(sample.categories().stream()
                            .map(texts::label)
                            .collect(Collectors.joining(texts.get("ui.list-separator")))),
                    new TimeText(sample.dueSince()));
        }
        return new Panel(texts.get("sweep.sample.title"), table);
    }

    private Panel approvals(View view, Texts texts) {
        Proposal proposal = view.sweep().proposal();
        Course course = view.sweep().course();
        UUID proposer = proposal.proposedBy();
        DefinitionTable table = new DefinitionTable()
                .row(
                        texts.get("sweep.approvals.proposed"),
                        by(
                                proposer == null ? texts.get("sweep.approvals.clock") : names.nameOf(proposer),
                                proposal.proposedAt()))
                .row(texts.get("sweep.approvals.needed"), texts.get("sweep.approvals.rule." + proposal.approvalRule()));
        person(table, texts.get("sweep.approvals.first"), course.approvedBy(), course.approvedAt());
        person(table, texts.get("sweep.approvals.second"), course.confirmedBy(), course.confirmedAt());
        person(table, texts.get("sweep.approvals.rejected"), course.rejectedBy(), course.closedAt());
        if (course.rejectedFor() != null) {
            table.row(texts.get("sweep.doubt"), texts.label(course.rejectedFor()));
        }
        if (course.restUntil() != null) {
            table.row(texts.get("sweep.restUntil"), new TimeText(course.restUntil()));
        }
        return new Panel(texts.get("sweep.approvals.title"), table);
    }

    private void person(DefinitionTable table, String label, @Nullable UUID person, @Nullable Instant at) {
        if (person != null && at != null) {
            table.row(label, by(names.nameOf(person), at));
        }
    }

    private static Component by(String name, Instant at) {
        Span line = new Span(name + " · ");
        line.add(new TimeText(at));
        return line;
    }

    private Panel result(View view, Texts texts) {
        DefinitionTable table = new DefinitionTable()
                .row(texts.get("sweep.result.destroyed"), texts.get("sweep.number", view.destroyed()))
                .row(texts.get("sweep.result.keys"), texts.get("sweep.number", view.keys()));
        view.spared()
                .forEach((why, count) -> table.row(texts.get("sweep.spared." + why), texts.get("sweep.number", count)));
        Panel panel = new Panel(texts.get("sweep.result.title"), table);
        if (view.sweep().course().certificateNo() != null) {
            UUID id = view.sweep().id();
            panel.add(
                    new Div(new CertificateLink(texts.get("sweep.certificate.zh"), id, "zh", sweeps)),
                    new Div(new CertificateLink(texts.get("sweep.certificate.en"), id, "en", sweeps)));
        } else if (view.sweep().status() == SweepStatus.COMPLETED) {
            panel.add(new EmptyState(texts.get("sweep.result.nothing"), texts.get("sweep.result.nothing.what")));
        }
        return panel;
    }

    /** What the person who decides must know before, at the top of the page. */
    static Notice warning(View view, Texts texts) {
        Proposal proposal = view.sweep().proposal();
        return Notice.warning(
                texts.get("sweep.warning", proposal.people(), proposal.records()), texts.get("sweep.warning.what"));
    }
}
