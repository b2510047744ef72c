package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AuthorityTexts;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;

/** What somebody who asks for another person has to show, as the decision table says it. */
final class AskedPapers {

    private AskedPapers() {}

    static UnorderedList list(List<AskedNeed> asked) {
        Texts texts = UiTexts.current();
        UnorderedList list = new UnorderedList();
        asked.forEach(need -> list.add(new ListItem(AuthorityTexts.need(need, texts))));
        return list;
    }

    static Div part(String title, List<AskedNeed> asked, Component... more) {
        Div part = new Div(new H2(title), list(asked));
        part.add(more);
        part.addClassName("guide-part");
        return part;
    }
}
