package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import io.shouxin.shared.Actor;
import java.util.Optional;

/**
 * Something about the whole portal that members of the firm must know while they work. A module offers a bean; the shell shows what it
 * says above every staff page.
 */
public interface StaffBanner {

    /** What this person must know now, or nothing. */
    Optional<Component> banner(Actor actor);
}
