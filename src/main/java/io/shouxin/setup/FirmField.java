package io.shouxin.setup;

/** What a firm says of itself, each in a field of its own. */
public enum FirmField {
    NAME("/name", "setup.firm.name"),
    ADDRESS("/address", "setup.firm.address"),
    PERSON("/person", "setup.contact.person"),
    PHONE("/phone", "setup.contact.phone"),
    EMAIL("/email", "setup.contact.email"),
    AUTHORITY("/authority", "setup.authority.name"),
    AUTHORITY_ENGLISH("/authorityEnglish", "setup.authority.english"),
    PEOPLE("/people", "setup.people.number");

    private final String pointer;
    private final String textKey;

    FirmField(String pointer, String textKey) {
        this.pointer = pointer;
        this.textKey = textKey;
    }

    /** Under which a refusal of the value is told. */
    public String pointer() {
        return pointer;
    }

    /** The key of the field's name. */
    public String textKey() {
        return textKey;
    }

    /** The value as it is kept, so that two who mean the same have typed the same. */
    public String plain(String typed) {
        return this == PEOPLE ? Headcount.plain(typed) : typed.strip();
    }
}
