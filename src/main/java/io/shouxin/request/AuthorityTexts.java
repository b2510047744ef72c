package io.shouxin.request;

import io.shouxin.shared.Texts;
import java.util.stream.Collectors;

/** The words about papers of authority that pages and letters have in common. */
public final class AuthorityTexts {

    private AuthorityTexts() {}

    /** What has to be shown and by which papers, one of them sufficing. */
    public static String need(AskedNeed asked, Texts texts) {
        String papers = asked.oneOf().stream()
                .map(each -> texts.label(each.paper()))
                .collect(Collectors.joining(texts.get("request.authority.or")));
        return texts.get("request.authority.need", texts.label(asked.need()), papers);
    }

    /** How far the authority has come, for its requester. */
    public static String state(Authority authority, Texts texts) {
        return texts.get("request.authority." + authority.state().name());
    }
}
