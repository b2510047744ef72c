package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An inbox that notes decisions and may refuse them. */
final class NotingDecider implements Decider {

    final List<Map<String, Object>> decided = new ArrayList<>();
    final List<String> courses = new ArrayList<>();

    @Nullable InvalidInput refusal;

    boolean works = true;
    boolean held;
    Runnable holderChanged = () -> {};
    int begun;
    boolean mine;

    String hindrance = "";

    @Override
    public boolean mayDecide() {
        return hindrance.isEmpty();
    }

    @Override
    public String hindrance() {
        return hindrance;
    }

    @Override
    public Component holder() {
        return new Span();
    }

    @Override
    public boolean heldByColleague() {
        return held;
    }

    @Override
    public void onHolderChange(Runnable told) {
        holderChanged = told;
    }

    @Override
    public boolean begin() {
        begun++;
        mine = true;
        return true;
    }

    @Override
    public boolean inHand() {
        return mine;
    }

    @Override
    public void giveBack() {
        mine = false;
    }

    @Override
    public boolean decide(Map<String, Object> fields, String course) {
        if (refusal != null) {
            throw refusal;
        }
        decided.add(fields);
        courses.add(course);
        return works;
    }

    @Override
    public Component next() {
        return new Span();
    }
}
