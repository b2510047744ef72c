package io.shouxin.inbox.ui;

import com.vaadin.flow.component.Component;
import java.util.Map;

/** What a task's panel may ask of the inbox. Conflicts are told to the person here; the panel only hears that it did not work. */
public interface Decider {

    /** Whether this person may decide the task as it stands: role, branch, independence, nobody else at it. */
    boolean mayDecide();

    /** Why this person may not decide it, as a sentence; empty if they may. */
    String hindrance();

    /** Who has the task in hand, kept up to date while the panel is open; empty while nobody has. */
    Component holder();

    /** Whether this person may not decide it only because a colleague has it in hand, who may give it back. */
    boolean heldByColleague();

    /** Calls back whenever somebody took the task in hand or gave it back. */
    void onHolderChange(Runnable told);

    /** Takes the task in hand before the first thing is entered, so that two people do not do the same work. */
    boolean begin();

    /** Whether this person has the task in hand already. */
    boolean inHand();

    /** Gives back what this person has in hand. */
    void giveBack();

    /** As {@link #decide(Map, String)}, where the outcome alone says what happens next. */
    default boolean decide(Map<String, Object> fields) {
        return decide(fields, "");
    }

    /**
     * Decides and opens the next task.
     *
     * @param course what follows where one outcome may lead to several things, as the key of its words ends; empty where it does not
     * @return false if it was not decided; what was entered is still there
     * @throws io.shouxin.shared.InvalidInput if a field is missing or wrong
     */
    boolean decide(Map<String, Object> fields, String course);

    /** A link to the task that comes next, with its key; empty if there is none. */
    Component next();
}
