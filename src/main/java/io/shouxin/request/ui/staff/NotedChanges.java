package io.shouxin.request.ui.staff;

import com.vaadin.flow.server.VaadinSession;
import io.shouxin.request.RequestId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes to cases that somebody noted and has not sent yet, by case, as long as they are signed in. */
final class NotedChanges {

    private final Map<RequestId, PendingChanges> byCase = new LinkedHashMap<>();

    static NotedChanges ofSession() {
        VaadinSession session = VaadinSession.getCurrent();
        @Nullable NotedChanges noted = session.getAttribute(NotedChanges.class);
        if (noted == null) {
            noted = new NotedChanges();
            session.setAttribute(NotedChanges.class, noted);
        }
        return noted;
    }

    PendingChanges of(RequestId id, Supplier<PendingChanges> none) {
        byCase.values().removeIf(PendingChanges::isEmpty);
        return byCase.computeIfAbsent(id, first -> none.get());
    }
}
