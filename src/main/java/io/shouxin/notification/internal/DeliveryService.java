package io.shouxin.notification.internal;

import io.shouxin.effect.Effects;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.notification.Address;
import io.shouxin.notification.Deliveries;
import io.shouxin.notification.Medium;
import io.shouxin.notification.MessageState;
import io.shouxin.notification.MessageView;
import io.shouxin.notification.MessageView.Settled;
import io.shouxin.notification.internal.MessageRows.Due;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DeliveryService implements Deliveries {

    private static final String MESSAGE = "Message";

    private final MessageRows rows;
    private final MessageViews views;
    private final Envelopes envelopes;
    private final Ways ways;
    private final Effects effects;
    private final EvidenceLog evidence;

    DeliveryService(
            MessageRows rows,
            MessageViews views,
            Envelopes envelopes,
            Ways ways,
            Effects effects,
            EvidenceLog evidence) {
        this.rows = rows;
        this.views = views;
        this.envelopes = envelopes;
        this.ways = ways;
        this.effects = effects;
        this.evidence = evidence;
    }

    @Override
    public List<MessageView> ofCase(UUID caseId) {
        return views.ofCase(caseId);
    }

    @Override
    public List<MessageView> undelivered(@Nullable MessageView after, int limit) {
        return views.undelivered(after, limit);
    }

    @Override
    public void sendAgain(UUID caseId, UUID id, Actor by) {
        Due message = locked(caseId, id);
        requireOpen(caseId, id, "send again");
        Address to = envelopes
                .open(id)
                .map(envelope -> new Address(envelope.phone(), envelope.email()))
                .orElse(Address.NONE);
        Medium medium = ways.choose(message.template(), message.language(), to, false)
                .orElseThrow(() -> new StateRefused(MESSAGE, id, MessageState.NO_CHANNEL, "send again"));
        rows.sendAgain(id, medium);
        log(caseId, id, EvidenceKind.MESSAGE_SENT, "SENT_AGAIN", by);
    }

    @Override
    public void settle(UUID caseId, UUID id, Settled how, Actor by) {
        Due message = locked(caseId, id);
        requireOpen(caseId, id, "settle");
        views.settle(id, how, by.id());
        if (how == Settled.ARRIVED) {
            effects.confirmed(message.key());
        }
        log(caseId, id, EvidenceKind.NOTE_ADDED, how.name(), by);
    }

    private Due locked(UUID caseId, UUID id) {
        return rows.lock(caseId, id).orElseThrow(() -> new NotFound("message", id));
    }

    private void requireOpen(UUID caseId, UUID id, String action) {
        MessageView message = views.ofCase(caseId).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("message", id));
        if (!message.needsSomebody()) {
            throw new StateRefused(MESSAGE, id, message.state(), action);
        }
    }

    private void log(UUID caseId, UUID id, EvidenceKind kind, String outcome, Actor by) {
        evidence.append(EvidenceEvent.of(kind, by)
                .caseId(caseId)
                .target("message", id)
                .outcome(outcome)
                .build());
    }
}
