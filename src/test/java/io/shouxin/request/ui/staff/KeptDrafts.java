package io.shouxin.request.ui.staff;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.request.RequestId;
import io.shouxin.request.StaffDrafts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Drafts of staff in a map instead of a database. */
final class KeptDrafts {

    final Map<StaffDrafts.Place, String> kept = new HashMap<>();
    final StaffDrafts store = mock(StaffDrafts.class);

    KeptDrafts() {
        when(store.find(any()))
                .thenAnswer(call -> Optional.ofNullable(kept.get(call.<StaffDrafts.Place>getArgument(0))));
        doAnswer(call -> kept.put(call.<StaffDrafts.Place>getArgument(0), call.<String>getArgument(2)))
                .when(store)
                .save(any(), any(), any());
        when(store.saveAgain(any(), any()))
                .thenAnswer(call -> kept.computeIfPresent(
                                call.<StaffDrafts.Place>getArgument(0), (place, old) -> call.<String>getArgument(1))
                        != null);
        doAnswer(call -> kept.remove(call.<StaffDrafts.Place>getArgument(0)))
                .when(store)
                .forget(any());
        doAnswer(call -> kept.keySet()
                        .removeIf(place -> call.<RequestId>getArgument(0).equals(place.request())))
                .when(store)
                .forgetAll(any());
    }
}
