package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the stored password hash to the sign-in, and to nobody else; and lets people choose their own password. */
@Component
public class StaffPasswords {

    private final StaffAccounts accounts;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final Pledges pledges;
    private final RateLimits limits;
    private final Firms firms;
    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    public StaffPasswords(
            StaffAccounts accounts,
            PasswordEncoder encoder,
            PasswordRules rules,
            Pledges pledges,
            RateLimits limits,
            Firms firms,
            JdbcClient jdbc,
            EvidenceLog evidence,
            CurrentActor current) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.rules = rules;
        this.pledges = pledges;
        this.limits = limits;
        this.firms = firms;
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.current = current;
    }

    public String hashOf(String username) {
        return accounts.passwordHash(username).orElseGet(this::none);
    }

    /** What no password fits, in a form that the encoder can compare: it compares even where the account is locked. */
    public String none() {
        return "{noop}" + UUID.randomUUID();
    }

    /**
     * Checks a password that somebody has chosen and hashes it.
     *
     * @param known what an attacker would try first
     * @throws InvalidInput if it is too easily guessed
     */
    public String hashChosen(String password, List<String> known) {
        rules.check(password, known);
        return encoder.encode(password);
    }

    /** Whether the actor still owes the pledge of confidentiality. */
    public boolean owesPledge() {
        UUID me = me().id();
        return me != null && !pledges.hasGiven(me, Pledges.Occasion.JOINING);
    }

    /**
     * Replaces the actor's own password. Every session ends, this one too: whoever knows the new password signs in again.
     *
     * @param present the password up to now, so that an unattended screen is not enough
     * @param pledged whether the actor pledges confidentiality with it
     * @throws InvalidInput if a password is wrong or weak, or the pledge is owed and not given
     */
    @Transactional
    public void choose(String present, String chosen, boolean pledged) {
        Actor actor = me();
        UUID id = Objects.requireNonNull(actor.id());
        StaffAccount account = accounts.find(id).orElseThrow();
        if (!limits.allow(RateLimits.Rule.OWN_PASSWORD, account.username())) {
            throw new InvalidInput("/present", "identity.password.error.tooMany");
        }
        if (!encoder.matches(present, hashOf(account.username()))) {
            evidence.appendRefused(EvidenceEvent.of(EvidenceKind.ACCESS_REFUSED, actor)
                    .target("account", id)
                    .outcome("WRONG_PASSWORD")
                    .build());
            throw new InvalidInput("/present", "identity.password.error.present");
        }
        if (present.equals(chosen)) {
            throw new InvalidInput("/password", "identity.password.error.same");
        }
        boolean owed = !pledges.hasGiven(id, Pledges.Occasion.JOINING);
        if (owed && !pledged) {
            throw new InvalidInput("/pledge", "identity.password.error.pledge");
        }
        String firm = firms.find().map(Firm::name).orElse("");
        String hash = hashChosen(chosen, List.of(account.username(), account.displayName(), firm));
        jdbc.sql("""
                        UPDATE staff_account SET password_hash = ?, start_password_until = NULL,
                            credential_no = credential_no + 1, version = version + 1
                        WHERE id = ?
                        """).params(hash, id).update();
        evidence.append(EvidenceEvent.of(EvidenceKind.ACCOUNT_CHANGED, actor)
                .target("account", id)
                .outcome("PASSWORD_CHANGED")
                .build());
        if (owed) {
            pledges.record(id, Pledges.Occasion.JOINING, pledges.today(), actor);
        }
    }

    private Actor me() {
        Actor actor = current.get();
        if (actor.kind() != Actor.Kind.STAFF || actor.id() == null) {
            throw new AccessRefused("Only a member of the firm has a password");
        }
        return actor;
    }
}
