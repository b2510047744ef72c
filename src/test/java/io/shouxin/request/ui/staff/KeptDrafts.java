package io.shouxin.request.ui.staff;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.request.RequestId;
import io.shouxin.request.StaffDrafts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Drafts of staff in a map instead of a database. */
final class KeptDrafts {

    final Map<StaffDrafts.Place, String> kept = new LinkedHashMap<>();
    final Set<UUID> erased = new HashSet<>();
    final StaffDrafts store = mock(StaffDrafts.class);

    KeptDrafts() {
        when(store.find(any()))
                .thenAnswer(call -> Optional.ofNullable(kept.get(call.<StaffDrafts.Place>getArgument(0))));
        when(store.save(any(), any(), any())).thenAnswer(call -> {
            if (erased.contains(call.<UUID>getArgument(1))) {
                return false;
            }
            kept.put(call.getArgument(0), call.getArgument(2));
            return true;
        });
        when(store.saveAgain(any(), any(), any()))
                .thenAnswer(call -> kept.computeIfPresent(
                                call.<StaffDrafts.Place>getArgument(0), (place, old) -> call.<String>getArgument(2))
                        != null);
        when(store.entered(any())).thenAnswer(call -> kept.entrySet().stream()
                .filter(each -> each.getKey().request() == null
                        && each.getKey().account().equals(call.getArgument(0)))
                .map(each -> new StaffDrafts.Entered(each.getKey(), Desks.NOW, each.getValue()))
                .toList());
        when(store.takeOver(any()))
                .thenAnswer(call -> Optional.ofNullable(kept.remove(call.<StaffDrafts.Place>getArgument(0)))
                        .map(content -> {
                            StaffDrafts.Place to = StaffDrafts.Place.entering(
                                    call.<StaffDrafts.Place>getArgument(0).account());
                            kept.put(to, content);
                            return new StaffDrafts.Entered(to, Desks.NOW, content);
                        }));
        doAnswer(call -> kept.remove(call.<StaffDrafts.Place>getArgument(0)))
                .when(store)
                .forget(any());
        doAnswer(call -> kept.keySet()
                        .removeIf(place -> call.<RequestId>getArgument(0).equals(place.request())))
                .when(store)
                .forgetAll(any());
    }
}
