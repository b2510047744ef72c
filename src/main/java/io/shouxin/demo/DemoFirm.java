package io.shouxin.demo;

import io.shouxin.identity.ApiClients;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The invented firm: two branches, one account for each role, the integrators of docs/api. Everybody's password is "demo". */
@Component
@Profile("demo")
class DemoFirm {

    static final String PASSWORD = "demo";
    static final UUID BROKERAGE = id("branch:pudong");
    static final UUID HOUSEKEEPING = id("branch:xuhui");

    private static final Set<UUID> BOTH = Set.of(BROKERAGE, HOUSEKEEPING);
    private static final Set<String> STAFF_SCOPES = Set.of(
            "records:import",
            "records:read",
            "requests:read",
            "requests:write",
            "tasks",
            "consents:read",
            "consents:write");
    private static final Set<String> OFFICER_SCOPES = with(STAFF_SCOPES, "disputes", "transfers", "evidence:read");
    private static final Set<String> LEGAL_SCOPES = Set.of("requests:read", "tasks", "disputes", "evidence:read");

    private final Firms firms;
    private final StaffAccounts accounts;
    private final ApiClients clients;

    DemoFirm(Firms firms, StaffAccounts accounts, ApiClients clients) {
        this.firms = firms;
        this.accounts = accounts;
        this.clients = clients;
    }

    @Transactional
    public void create() {
        firms.save(new Firm(
                "信安居房产家政（示例）",
                "上海市浦东新区示例路 100 号",
                "赵敏",
                "021-5550 0100",
                "privacy@xinanju.example",
                "上海市浦东新区房屋管理部门（示例）",
                "Housing Administration of Pudong New Area, Shanghai (example)",
                "CN"));
        firms.save(new Branch(BROKERAGE, "浦东一店", Sector.BROKERAGE));
        firms.save(new Branch(HOUSEKEEPING, "徐汇家政店", Sector.HOUSEKEEPING));
        UUID staff = account("chenjing", "陈静", Set.of(Role.STAFF), Set.of(BROKERAGE));
        UUID staff2 = account("liuyang", "刘洋", Set.of(Role.STAFF), Set.of(HOUSEKEEPING));
        UUID reviewer = account("wangfang", "王芳", Set.of(Role.REVIEWER), BOTH);
        UUID officer = account("zhaomin", "赵敏", Set.of(Role.PRIVACY_OFFICER), BOTH);
        UUID legal = account("sunlei", "孙磊", Set.of(Role.LEGAL), BOTH);
        UUID legal2 = account("heping", "何平", Set.of(Role.LEGAL), BOTH);
        UUID auditor = account("linxi", "林溪", Set.of(Role.AUDITOR), BOTH);
        UUID admin = account("guanli", "管理员", Set.of(Role.ADMINISTRATOR), BOTH);
        clients.create(
                "demo-crm",
                PASSWORD,
                Set.of("records:read", "requests:read", "requests:write", "consents:read", "consents:write"),
                null);
        clients.create("demo-staff", PASSWORD, STAFF_SCOPES, staff);
        clients.create("demo-staff-2", PASSWORD, STAFF_SCOPES, staff2);
        clients.create("demo-reviewer", PASSWORD, OFFICER_SCOPES, reviewer);
        clients.create("demo-officer", PASSWORD, OFFICER_SCOPES, officer);
        clients.create("demo-legal", PASSWORD, LEGAL_SCOPES, legal);
        clients.create("demo-legal-2", PASSWORD, LEGAL_SCOPES, legal2);
        clients.create("demo-auditor", PASSWORD, Set.of("evidence:read"), auditor);
        clients.create("demo-admin", PASSWORD, Set.of("records:import", "transfers"), admin);
    }

    private UUID account(String username, String name, Set<Role> roles, Set<UUID> branches) {
        UUID id = id("account:" + username);
        accounts.create(new StaffAccount(id, username, name, roles, branches, true), PASSWORD);
        return id;
    }

    private static Set<String> with(Set<String> scopes, String... more) {
        return Stream.concat(scopes.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("shouxin-demo:" + name).getBytes(StandardCharsets.UTF_8));
    }
}
