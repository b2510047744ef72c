package io.shouxin.demo;

import io.shouxin.identity.ClientPrincipal;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestType;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.ChinaTime;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;

/** Some cases under way, made as clients and staff would make them: through the same services. */
@Component
@Profile("demo")
class DemoCases {

    private static final int TRIES = 100;

    private final RequestIntake intake;
    private final RequestReader reader;
    private final Inbox inbox;
    private final Subjects subjects;
    private final StaffAccounts accounts;
    private final Clock clock;

    DemoCases(
            RequestIntake intake,
            RequestReader reader,
            Inbox inbox,
            Subjects subjects,
            StaffAccounts accounts,
            Clock clock) {
        this.intake = intake;
        this.reader = reader;
        this.inbox = inbox;
        this.subjects = subjects;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param strangers people of the lists, beyond those whom the mailbox page names
     */
    void create(List<UUID> strangers) {
        RequestId reviewed = portal(known(DemoLists.SELLER), "房子卖了好几年了，请删掉我的资料。", ProofMethod.CODE_AND_ID_LAST_SIX);
        portal(strangers.get(0), "不再需要服务，请全部删除。", ProofMethod.CODE_AND_CONTRACT_LAST_FOUR);
        portal(strangers.get(1), "", ProofMethod.CODE_AND_ID_LAST_SIX);
        byStaff("chenjing", strangers.get(2), Channel.LETTER, 13, null, "来信写明：不再委托贵司，请删除全部资料。");
        byStaff(
                "chenjing",
                strangers.get(3),
                Channel.COUNTER,
                16,
                ProofMethod.SEEN_AT_COUNTER,
                "客户到店说：房子的事已经办完，请把全部资料删掉。");
        byStaff(
                "liuyang",
                strangers.get(4),
                Channel.PHONE,
                24,
                ProofMethod.CALLED_BACK,
                "客户来电说：已经换了别家，请把全部资料删掉，尤其是门锁密码和家庭信息。");
        passReview(reviewed);
    }

    private UUID known(String phone) {
        return subjects.byIdentifier(IdentifierKind.PHONE, phone).iterator().next();
    }

    private RequestId portal(UUID subject, String note, ProofMethod proof) {
        return as(
                new UsernamePasswordAuthenticationToken(
                        new ClientPrincipal(subject, subjects.timesParted(subject)), null, List.of()),
                () -> intake.submit(deletion(subject, Channel.PORTAL, null, proof, note))
                        .id());
    }

    private void byStaff(
            String username, UUID subject, Channel channel, int daysAgo, @Nullable ProofMethod proof, String note) {
        Instant received = clock.instant().minus(Duration.ofDays(daysAgo));
        as(
                staff(username),
                () -> intake.submit(deletion(subject, channel, new NewRequest.Receipt(received, false), proof, note)));
    }

    private static NewRequest deletion(
            UUID subject,
            Channel channel,
            NewRequest.@Nullable Receipt receipt,
            @Nullable ProofMethod proof,
            String note) {
        return new NewRequest(
                RequestType.DELETION, subject, null, channel, null, receipt, note, "zh", "", "", proof, false, null);
    }

    /** Takes a case through officer and clerk, so that it waits for its second person. */
    private void passReview(RequestId id) {
        for (String username : List.of("zhaomin", "chenjing")) {
            for (int tries = 0; tries < TRIES && !decided(id, username); tries++) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private boolean decided(RequestId id, String username) {
        return as(staff(username), () -> {
            Optional<InboxTask> task =
                    inbox.ofCase(id.value()).stream().filter(inbox::mayDecide).findFirst();
            task.ifPresent(found -> decide(id, found));
            return task.isPresent();
        });
    }

    private void decide(RequestId id, InboxTask task) {
        if (task.kind().equals("officer-decisions")) {
            CaseView view = reader.get(id);
            LocalDate until = ChinaTime.today(clock).plusYears(3);
            List<Map<String, Object>> decisions = view.decisions().stream()
                    .filter(RecordDecision::isOpen)
                    .map(decision -> Map.<String, Object>of(
                            "recordId", decision.recordId().toString(),
                            "outcome", Outcome.RESTRICT_STORAGE_ONLY.name(),
                            "until", until.toString(),
                            "reason", "部门规章要求留存，按三年核定"))
                    .toList();
            inbox.decide(task.id(), Map.of("decisions", decisions));
        } else if (task.kind().equals("review-decisions")) {
            inbox.decide(task.id(), Map.of("outcome", "APPROVED"));
        }
    }

    Authentication staff(String username) {
        var user = User.withUsername(username)
                .password("")
                .roles(accounts.byUsername(username).orElseThrow().roles().stream()
                        .map(Enum::name)
                        .toArray(String[]::new))
                .build();
        return new UsernamePasswordAuthenticationToken(user, null, user.getAuthorities());
    }

    private static <T> T as(Authentication who, java.util.function.Supplier<T> work) {
        SecurityContextHolder.getContext().setAuthentication(who);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
