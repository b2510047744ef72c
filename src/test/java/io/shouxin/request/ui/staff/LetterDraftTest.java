package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.UI;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestReader;
import io.shouxin.retention.Outcome;
import io.shouxin.testing.EmptyPage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The draft of the letter beside a case: what it is said to contain is what it contains. */
@ExtendWith(EmptyPage.class)
class LetterDraftTest {

    private static final LocalDate DAY = LocalDate.of(2036, 3, 15);

    @Test
    void the_preview_is_made_of_the_noted_changes_and_of_those_taken_back_since() {
        RecordDecision record = Desks.toDelete(Category.DEMAND);
        CaseView view = Desks.view(record);
        RequestReader reader = mock(RequestReader.class);
        when(reader.letterDraft(any(), any(), any())).thenAnswer(call -> {
            UnaryOperator<RecordDecision> noted = call.getArgument(1);
            return noted.apply(record).outcome().name().getBytes(StandardCharsets.UTF_8);
        });
        PendingChanges changes = new PendingChanges(Desks.ME);
        changes.put(
                List.of(record.recordId()),
                PendingChanges.Change.of(Outcome.RESTRICT_STORAGE_ONLY, DAY, "R4", "佣金纠纷未了"));
        UI.getCurrent().add(Desks.pages(view, reader).letterDraft(view, changes));
        PdfLink link = _get(PdfLink.class);

        assertThat(new String(DownloadKt.download(link), StandardCharsets.UTF_8))
                .isEqualTo("RESTRICT_STORAGE_ONLY");
        changes.drop(List.of(record.recordId()));
        assertThat(new String(DownloadKt.download(link), StandardCharsets.UTF_8))
                .isEqualTo("DELETE_NOW");
    }

    @Test
    void a_letter_that_is_not_decided_yet_cannot_be_looked_at() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND), Desks.open(Category.SERVICE));
        UI.getCurrent().add(Desks.pages(view).letterDraft(view, new PendingChanges(Desks.ME)));
        assertThat(_find(PdfLink.class)).isEmpty();
    }

    @Test
    void what_the_rules_give_a_code_for_has_it_in_the_draft_as_in_the_letter() {
        RecordDecision kept = Desks.keptByLaw(DAY);
        PendingChanges changes = new PendingChanges(UUID.randomUUID());
        changes.put(
                List.of(kept.recordId()),
                PendingChanges.Change.of(Outcome.RESTRICT_STORAGE_ONLY, DAY.plusYears(1), null, "争议未了"));
        assertThat(changes.seen(kept).refusalCode()).isEqualTo("R3");
    }
}
