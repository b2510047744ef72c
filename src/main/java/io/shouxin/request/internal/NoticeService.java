package io.shouxin.request.internal;

import io.shouxin.notification.Deliveries;
import io.shouxin.notification.MessageView;
import io.shouxin.request.CaseNotices;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class NoticeService implements CaseNotices {

    private static final int MOST = 500;
    private static final int PAGE = 500;
    private static final Set<Role> READERS =
            Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);

    private final Requests requests;
    private final Deliveries deliveries;
    private final CurrentActor current;

    NoticeService(Requests requests, Deliveries deliveries, CurrentActor current) {
        this.requests = requests;
        this.deliveries = deliveries;
        this.current = current;
    }

    @Override
    public List<MessageView> of(RequestId id) {
        return found(id, READERS).map(request -> deliveries.ofCase(id.value())).orElse(List.of());
    }

    @Override
    public List<Undelivered> undelivered() {
        Actor actor = current.get();
        if (!actor.hasAny(RequestIntake.HANDLERS)) {
            return List.of();
        }
        List<Undelivered> found = new ArrayList<>();
        MessageView last = null;
        List<MessageView> page;
        do { // other branches' messages must not crowd out those of the actor's
            page = deliveries.undelivered(last, PAGE);
            found.addAll(visible(page, actor));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE && found.size() < MOST);
        return found.subList(0, Math.min(found.size(), MOST));
    }

    private List<Undelivered> visible(List<MessageView> messages, Actor actor) {
        List<UUID> cases = messages.stream()
                .map(MessageView::caseId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (cases.isEmpty()) {
            return List.of();
        }
        Map<UUID, SubjectRequest> visible =
                requests.find(new Requests.Range(actor.branches(), null, null, cases), 0, PAGE).stream()
                        .collect(Collectors.toMap(request -> request.id().value(), Function.identity()));
        return messages.stream()
                .flatMap(message -> Optional.ofNullable(message.caseId())
                        .map(visible::get)
                        .map(request -> new Undelivered(request, message))
                        .stream())
                .toList();
    }

    @Override
    public void sendAgain(RequestId id, UUID message) {
        deliveries.sendAgain(handled(id), message, current.get());
    }

    @Override
    public void settle(RequestId id, UUID message, MessageView.Settled how) {
        deliveries.settle(handled(id), message, how, current.get());
    }

    private UUID handled(RequestId id) {
        return found(id, RequestIntake.HANDLERS)
                .orElseThrow(() -> new NotFound("request", id))
                .id()
                .value();
    }

    private Optional<SubjectRequest> found(RequestId id, Set<Role> roles) {
        Actor actor = current.get();
        return requests.find(id).filter(request -> actor.hasAny(roles) && actor.sees(request.branchId()));
    }
}
