package io.shouxin.record.imports;

/** Everything that an import can find wrong with a cell or a row. Each has a sentence under {@link #textKey()}. */
public enum ProblemCode {
    PHONE_UNREADABLE(Severity.REJECT),
    PHONE_MASKED(Severity.REJECT),
    PHONE_WITH_TEXT(Severity.WARNING),
    DATE_UNREADABLE(Severity.REJECT),
    DATE_IMPOSSIBLE(Severity.REJECT),
    DATE_AMBIGUOUS(Severity.REJECT),
    DATE_INCOMPLETE(Severity.REJECT),
    DATES_REVERSED(Severity.WARNING),
    BIRTH_DATE_IN_FUTURE(Severity.WARNING),
    ID_CHECK_DIGIT(Severity.WARNING),
    ID_BIRTH_DATE(Severity.WARNING),
    ID_OTHER_DOCUMENT(Severity.WARNING),
    ID_UNREADABLE(Severity.REJECT),
    ID_MASKED(Severity.REJECT),
    BANK_ACCOUNT_UNREADABLE(Severity.REJECT),
    NUMBER_ROUNDED(Severity.WARNING),
    MONEY_KEPT_AS_TEXT(Severity.WARNING),
    CLAIM_UNCLEAR(Severity.WARNING),
    DEAL_TYPE_UNKNOWN(Severity.WARNING),
    NAME_SURNAME_ONLY(Severity.WARNING),
    FORMULA_LIKE(Severity.WARNING),
    ERROR_VALUE(Severity.REJECT),
    CHILD_DATE_UNPAIRED(Severity.WARNING),
    NO_NAME(Severity.WARNING),
    NO_PHONE(Severity.WARNING),
    NO_CONTACT(Severity.WARNING),
    NOBODY_IN_ROW(Severity.REJECT),
    REPEATED_HEADER(Severity.WARNING),
    TOTAL_ROW(Severity.WARNING),
    /** Cells of the sheet are merged over several rows; told once, where it first counts. */
    CELLS_MERGED(Severity.WARNING),
    POSSIBLE_SAME_PERSON(Severity.WARNING),
    /** So many people have this number that it is no sign of two being one; told once, where it first stands. */
    NUMBER_SHARED(Severity.WARNING),
    /** No branch of the firm, or more than one, is called so; the row went to the upload's branch. */
    BRANCH_UNKNOWN(Severity.WARNING),
    /** Whoever brought the list may not import for this branch; the row went to the upload's branch. */
    BRANCH_NOT_ALLOWED(Severity.WARNING),
    /** The branch that the row names is closed and takes nothing new; the row was left out. */
    BRANCH_CLOSED(Severity.REJECT),
    /** The client's data may not be changed for now; nothing of the row was written. */
    RESTRICTED(Severity.REJECT),
    /** The client, or this part of their data, was erased; an old list does not bring it back. The rest of the row is written. */
    ERASED_EARLIER(Severity.REJECT),
    /** Somebody else in the row is restricted or was erased; their part was left out. */
    THIRD_PARTY_LEFT_OUT(Severity.WARNING),
    /** Another sheet of the same file was understood, this one was not. */
    SHEET_NOT_RECOGNISED(Severity.REJECT);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** The key of the sentence in the {@code imports} bundles. */
    public String textKey() {
        return "imports.problem." + name();
    }
}
