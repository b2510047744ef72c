package io.shouxin.demo;

import io.shouxin.platform.Firms;
import io.shouxin.record.ImportState;
import io.shouxin.record.Imports;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Fills an empty demo once, through the product's own services, while its first page can already be looked at. */
@Component
@Profile("demo")
class DemoSeed {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final long LONGEST_IMPORT_MS = 120_000;

    /** Of how many people the invented firm says it handles data. */
    private static final long PEOPLE = 3_200;

    private final Firms firms;
    private final DemoFirm firm;
    private final Imports imports;
    private final DemoCases cases;
    private final DemoPeople people;
    private final Clock clock;

    DemoSeed(Firms firms, DemoFirm firm, Imports imports, DemoCases cases, DemoPeople people, Clock clock) {
        this.firms = firms;
        this.firm = firm;
        this.imports = imports;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fillIfEmpty() {
        if (firms.find().isPresent()) {
            return;
        }
        firm.create();
        firms.state(PEOPLE, clock.instant());
        Thread filling = new Thread(this::fill, "demo-seed");
        filling.setDaemon(true);
        filling.start();
    }

    private void fill() {
        SecurityContextHolder.getContext().setAuthentication(cases.staff("zhaomin"));
        DemoLists lists = new DemoLists(ChinaTime.today(clock));
        List<UUID> running = List.of(
                imports.receive("浦东一店客户资料表.csv", lists.brokerage(), DemoFirm.BROKERAGE, null, Actor.SYSTEM),
                imports.receive("徐汇家政客户.csv", lists.housekeeping(), DemoFirm.HOUSEKEEPING, null, Actor.SYSTEM));
        try {
            for (UUID id : running) {
                waitFor(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        cases.create(people.inLists());
        LOG.info("The demo is filled");
    }

    private void waitFor(UUID id) throws InterruptedException {
        long started = clock.millis();
        while (Set.of(ImportState.RECEIVED, ImportState.RUNNING)
                .contains(imports.get(id).state())) {
            if (clock.millis() - started > LONGEST_IMPORT_MS) {
                throw new IllegalStateException("The demo's import " + id + " does not end");
            }
            Thread.sleep(200);
        }
    }
}
