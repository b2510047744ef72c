package io.shouxin.record.rest;

import io.shouxin.record.Category;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.RejectView;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API says of imports. */
final class ImportAnswers {

    private ImportAnswers() {}

    /** What the contract knows of an import's state; what only the staff's pages know is told as the nearest of these. */
    enum State {
        RECEIVED,
        NEEDS_MAPPING,
        RUNNING,
        COMPLETED,
        FAILED;

        static State of(ImportState state) {
            return switch (state) {
                case RECEIVED, TRYING -> RECEIVED;
                case NEEDS_MAPPING, TRIED -> NEEDS_MAPPING;
                case RUNNING, PAUSED -> RUNNING;
                case COMPLETED -> COMPLETED;
                case FAILED -> FAILED;
            };
        }
    }

    @Schema(name = "AcceptedImport")
    record Accepted(UUID id) {}

    @Schema(name = "Import")
    record Progress(
            UUID id,
            State state,
            @Schema(description = "Rows with data") int rows,

            @Schema(description = "Distinct clients in the file")
            int people,

            @Schema(description = "How many of them the firm had already")
            int peopleKnown,

            @Schema(description = "Distinct children, workers, co-owners and others in the clients' rows")
            int thirdParties,

            @Schema(description = "Records that were stored")
            int records,

            @Schema(description = "Rows whose client stood in an earlier row")
            int duplicates,

            @Schema(description = "Rows that were left out, see rejects")
            int rejected,

            @Schema(description = "Findings in rows that were taken over")
            int warnings,

            List<Column> columns,

            @Schema(description = "From 0 to 1", example = "0.4")
            double progress,

            @Schema(description = "What of the import is held today")
            Map<Category, Integer> recordsByCategory,

            List<Finding> findings,

            @Schema(description = "Why it failed, in words") @Nullable String failure,

            @Schema(description = "The branch that the list was uploaded for; rows may name others")
            UUID branchId,

            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt) {}

    @Schema(name = "ImportColumn")
    record Column(
            @Schema(description = "Place in the file from 1, as the mapping takes it")
            int number,

            @Schema(description = "What the file calls the column's sheet; absent where only one has data") @Nullable String sheetName,

            @Schema(example = "客户姓名") String header,

            @Schema(
                    description = "Code of the field catalogue; UNKNOWN_n where nobody understands it",
                    example = "NAME")
            String field,

            @Schema(allowableValues = {"HEADER", "CONTENT", "CHOSEN", "UNKNOWN"})
            String how,

            double confidence) {}

    @Schema(name = "ImportFinding")
    record Finding(
            String code,
            String text,
            int count,

            @Schema(description = "The headers under which it was found; empty where whole rows are meant")
            List<String> columns) {}

    @Schema(name = "Reject", description = "Why a row was left out")
    record Reject(
            @Schema(description = "The sheet's place among those with data, from 0")
            int sheet,

            @Schema(description = "What the file calls the sheet; absent where only one has data") @Nullable String sheetName,

            @Schema(description = "The number beside the row in the spreadsheet program")
            int row,

            @Schema(description = "The header of the cell; absent where the whole row is meant") @Nullable String column,

            String code,

            @Schema(description = "Why, in the caller's language")
            String reason,

            @Schema(description = "The cell as it stood") String value) {}

    static Progress of(ImportView view, Locale locale) {
        Texts texts = Texts.of(locale);
        String failure = view.failureKey();
        Instant finished = view.finishedAt();
        return new Progress(
                view.id(),
                State.of(view.state()),
                view.rows(),
                view.people(),
                view.peopleKnown(),
                view.thirdParties(),
                view.records(),
                view.duplicates(),
                view.rejected(),
                view.warnings(),
                view.columns().stream().map(ImportAnswers::of).toList(),
                view.progress(),
                new java.util.TreeMap<>(view.recordsByCategory()),
                view.findings().stream()
                        .map(found -> new Finding(
                                found.code(),
                                texts.get(found.textKey(), found.arguments().toArray()),
                                found.count(),
                                found.columns()))
                        .toList(),
                failure == null
                        ? null
                        : texts.get(failure, view.failureArguments().toArray()),
                view.branch(),
                at(view.createdAt()),
                finished == null ? null : at(finished));
    }

    static Reject of(RejectView reject, Locale locale) {
        return new Reject(
                reject.sheet(),
                reject.sheetName(),
                reject.row(),
                reject.column(),
                reject.code(),
                Texts.of(locale).get(reject.reasonKey()),
                reject.value());
    }

    private static Column of(ImportColumn column) {
        return new Column(
                column.number() + 1,
                column.sheetName(),
                column.header(),
                column.field(),
                column.how(),
                column.confidence());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ChinaTime.ZONE).toOffsetDateTime();
    }
}
