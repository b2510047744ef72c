package io.shouxin.notification.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.notification.Address;
import io.shouxin.notification.ChannelSettings;
import io.shouxin.notification.Channels;
import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.notification.Notices;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class ChannelService implements Channels {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelService.class);
    private static final String CHANNEL = "channel";
    private static final int LONGEST_NAME = 40;
    private static final int MOST_MESSAGES = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("1[3-9]\\d{9}|\\+[1-9]\\d{6,14}");

    private final ChannelRows rows;
    private final Carriers carriers;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChannelService(
            ChannelRows rows,
            Carriers carriers,
            Firms firms,
            EvidenceLog evidence,
            CurrentActor current,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.carriers = carriers;
        this.firms = firms;
        this.evidence = evidence;
        this.current = current;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Channel> all() {
        administrator();
        return rows.all().stream().map(this::shown).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Channel get(UUID id) {
        administrator();
        return shown(row(id));
    }

    @Override
    @Transactional
    public UUID add(Draft draft) {
        Actor by = administrator();
        Draft checked = checked(draft);
        checked.settings().requireSecrets();
        UUID id = UUID.randomUUID();
        rows.insert(id, checked);
        log(by, id, checked.settings(), "CHANNEL_ADDED");
        return id;
    }

    @Override
    @Transactional
    public void change(UUID id, int version, Draft draft) {
        Actor by = administrator();
        ChannelSettings before = row(id).settings();
        Draft checked = checked(
                new Draft(draft.name(), draft.settings().keepingSecretsOf(before), draft.perMinute(), draft.perDay()));
        checked.settings().requireSecrets();
        if (!rows.update(id, version, checked)) {
            throw new StateRefused("Channel", id, "changed", "change");
        }
        log(by, id, checked.settings(), "CHANNEL_CHANGED");
    }

    @Override
    @Transactional
    public void activate(UUID id, boolean active) {
        Actor by = administrator();
        ChannelRows.Row row = row(id);
        if (row.active() != active) {
            rows.activate(id, active);
            log(by, id, row.settings(), active ? "CHANNEL_ACTIVATED" : "CHANNEL_DEACTIVATED");
        }
    }

    @Override
    @Transactional
    public void remove(UUID id) {
        Actor by = administrator();
        ChannelRows.Row row = row(id);
        rows.remove(id);
        log(by, id, row.settings(), "CHANNEL_REMOVED");
    }

    /** Without a transaction: a connection must not wait for another machine. */
    @Override
    public Trial tryOut(UUID id, String to, String language) {
        Actor by = administrator();
        ChannelSettings settings = row(id).settings();
        boolean mail = settings.kind().medium() == Medium.MAIL;
        String address = to.replaceAll("\\s", "");
        if (!(mail ? Address.isMailbox(address) : NUMBER.matcher(address).matches())) {
            throw new InvalidInput("to", mail ? "channels.error.mailbox" : "channels.error.number");
        }
        Trial trial = read(hand(settings, parcel(address, language)));
        transaction.executeWithoutResult(status -> {
            Failure failure = trial.failure();
            if (failure == null) {
                rows.worked(id);
            }
            evidence.append(
                    EvidenceEvent.of(failure == null ? EvidenceKind.MESSAGE_SENT : EvidenceKind.MESSAGE_FAILED, by)
                            .target(CHANNEL, id)
                            .outcome(failure == null ? "TEST_TAKEN" : "TEST_" + failure.name())
                            .detail("kind", settings.kind())
                            .build());
        });
        return trial;
    }

    private Handover hand(ChannelSettings settings, Parcel parcel) {
        try {
            return carriers.forTrial(settings).send(parcel);
        } catch (RuntimeException e) {
            LOG.warn("A test message failed on its way: {}", e.getClass().getSimpleName());
            return new Handover.Failed(Failure.INTERRUPTED);
        }
    }

    private static Trial read(Handover handover) {
        if (handover instanceof Handover.Failed failed) {
            return new Trial(failed.failure(), failed.code(), "");
        }
        return new Trial(null, "", handover instanceof Handover.Taken taken ? taken.reference() : "");
    }

    private Parcel parcel(String to, String language) {
        Texts texts = Texts.of(language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        String firm = firms.find().map(Firm::name).orElse("");
        return new Parcel(
                "test:" + UUID.randomUUID(),
                to,
                texts.get("notification.test.subject", firm),
                texts.get("notification.test", firm),
                Notices.TEST,
                language,
                Map.of("firm", firm, "code", "123456"),
                clock.instant());
    }

    private Channel shown(ChannelRows.Row row) {
        Instant rests = row.restsUntil();
        return new Channel(
                row.id(),
                row.name(),
                row.settings().withoutSecrets(),
                row.active(),
                row.perMinute(),
                row.perDay(),
                new Health(
                        rows.handedOver(row.id(), clock.instant().minus(Duration.ofDays(1))),
                        row.lastFailure(),
                        row.lastCode(),
                        row.failedAt(),
                        rests != null && rests.isAfter(clock.instant()) ? rests : null),
                row.version());
    }

    private static Draft checked(Draft draft) {
        String name = draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "channels.error.name");
        }
        requireLimit(draft.perMinute(), "perMinute");
        requireLimit(draft.perDay(), "perDay");
        return new Draft(name, draft.settings(), draft.perMinute(), draft.perDay());
    }

    private static void requireLimit(@Nullable Integer limit, String field) {
        if (limit != null && (limit < 1 || limit > MOST_MESSAGES)) {
            throw new InvalidInput(field, "channels.error.limit");
        }
    }

    private ChannelRows.Row row(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(CHANNEL, id));
    }

    private Actor administrator() {
        Actor actor = current.get();
        if (!actor.has(Role.ADMINISTRATOR)) {
            throw new AccessRefused("channels");
        }
        return actor;
    }

    private void log(Actor by, UUID id, ChannelSettings settings, String outcome) {
        evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, by)
                .target(CHANNEL, id)
                .outcome(outcome)
                .detail("kind", settings.kind())
                .build());
    }
}
