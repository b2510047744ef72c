package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Span;

/** One thing a client can do: a tile with one character, a title, a sentence; the whole card is the link. */
public final class ActionCard extends RouteLink {

    /**
     * @param character one Chinese character that names the act (看, 改, 删)
     * @param route target inside the portal, without a leading slash
     */
    public ActionCard(String character, String title, String sentence, String route) {
        super(route);
        addClassName("action-card");
        Span tile = new Span(character);
        tile.addClassName("tile");
        tile.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(title);
        name.addClassName("title");
        Span said = new Span(sentence);
        said.addClassName("sentence");
        Span words = new Span(name, said);
        words.addClassName("words");
        add(tile, words);
    }

    /** The one card that most people on the page came for. */
    public ActionCard prominent() {
        addClassName("prominent");
        return this;
    }
}
