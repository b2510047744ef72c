package io.shouxin.document;

/**
 * Who answers: PIPL 17(1) asks for the handler's name and contact on every notice, and a letter has the same head.
 *
 * @param firmName full registered name of the firm
 * @param address postal address, may be empty
 * @param contact telephone, e-mail or office hours of the person in charge of personal data, in one line
 */
public record Letterhead(String firmName, String address, String contact) {

    public Letterhead {
        Required.text("firmName", firmName);
        Required.text("contact", contact);
    }
}
