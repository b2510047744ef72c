package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.shouxin.shared.InvalidInput;
import java.util.List;

/** What went wrong with what the person sent, and what to do; read out at once, and brought into sight. */
public final class ErrorBox extends Div {

    public ErrorBox(String title, String whatToDo) {
        this(title);
        add(new Paragraph(whatToDo));
    }

    /** Several problems of one form. */
    public ErrorBox(String title, List<String> problems) {
        this(title);
        UnorderedList list = new UnorderedList();
        problems.forEach(problem -> list.add(new ListItem(problem)));
        add(list);
    }

    private ErrorBox(String title) {
        addClassName("error-box");
        getElement().setAttribute("role", "alert");
        addAttachListener(shown -> getElement().executeJs("this.scrollIntoView({block: 'nearest'})"));
        add(new H2(title));
    }

    public static ErrorBox of(InvalidInput refused) {
        return new ErrorBox(UiTexts.text("ui.error.check"), UiTexts.text(refused.textKey(), refused.arguments()));
    }
}
