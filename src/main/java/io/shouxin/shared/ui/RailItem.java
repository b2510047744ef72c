package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * An entry of the staff rail. A module offers one bean for each of its pages, so that the shell need not know the
 * modules and views need not know the shell.
 *
 * @param order position within the section, ascending
 * @param labelKey key of the entry's name in the bundles
 * @param view the view's class; it must be a registered route without required parameters
 * @param roles who sees the entry; empty for everybody who may sign in. The view itself must check too
 * @param count what waits for this person, shown as a number; 0 is not shown
 */
public record RailItem(
        RailSection section,
        int order,
        String labelKey,
        VaadinIcon icon,
        Class<? extends Component> view,
        Set<Role> roles,
        ToIntFunction<Actor> count) {

    /** As the rail shows them. */
    public static final Comparator<RailItem> IN_ORDER =
            Comparator.comparing(RailItem::section).thenComparing(RailItem::order);

    public RailItem {
        roles = Set.copyOf(roles);
    }

    /** An entry without a number, for everybody. */
    public static RailItem of(
            RailSection section, int order, String labelKey, VaadinIcon icon, Class<? extends Component> view) {
        return new RailItem(section, order, labelKey, icon, view, Set.of(), actor -> 0);
    }

    public RailItem forRoles(Role first, Role... more) {
        return new RailItem(section, order, labelKey, icon, view, Set.copyOf(join(first, more)), count);
    }

    public RailItem counting(ToIntFunction<Actor> waiting) {
        return new RailItem(section, order, labelKey, icon, view, roles, waiting);
    }

    public boolean isFor(Actor actor) {
        return roles.isEmpty() || actor.hasAny(roles);
    }

    private static Set<Role> join(Role first, Role[] more) {
        Set<Role> all = new HashSet<>(Set.of(more));
        all.add(first);
        return all;
    }
}
