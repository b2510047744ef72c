package io.shouxin.audit.internal;

import io.shouxin.audit.Act;
import io.shouxin.audit.internal.DayOfLooks.Colleagues;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads from an entry of the log what was done, and with whose data. */
final class Looks {

    private static final String LIST = "list";
    private static final String IMPORT = "import";

    private static final Set<String> OPENED_ONLY =
            Set.of(EvidenceKind.VIEWED.name(), EvidenceKind.OTHER_BRANCH_ENTERED.name());

    private Looks() {}

    /** What the entry counts as; nothing where it is about no client. */
    static Set<Act> acts(EvidenceView entry, Colleagues colleagues) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        if (entry.kind().equals(EvidenceKind.VIEWED.name()) && LIST.equals(entry.targetType())) {
            acts.add(Act.LISTED);
            return acts;
        }
        acts.add(Act.ANY);
        if (entry.kind().equals(EvidenceKind.SEARCHED.name())) {
            acts.add(Act.SEARCHED);
        } else if (entry.kind().equals(EvidenceKind.EXPORTED.name())) {
            acts.add(Act.EXPORTED);
        } else if (!IMPORT.equals(entry.targetType())) {
            acts.add(Act.OPENED);
            if (!OPENED_ONLY.contains(entry.kind())) {
                acts.add(Act.REVEALED);
            }
            addColleagues(entry.subjectId(), colleagues, acts);
        }
        return acts;
    }

    private static void addColleagues(@Nullable UUID person, Colleagues colleagues, Set<Act> acts) {
        if (person != null && colleagues.byMail().contains(person)) {
            acts.add(Act.COLLEAGUE_MAIL);
        }
        if (person != null && colleagues.byName().contains(person)) {
            acts.add(Act.COLLEAGUE_NAME);
        }
    }

    /** The people of the entry; a case stands for its client where nobody is named. */
    static Set<UUID> people(EvidenceView entry) {
        if (LIST.equals(entry.targetType())) {
            Set<UUID> people = listed(entry, "case");
            people.addAll(listed(entry, "subject"));
            return people;
        }
        if (entry.subjectId() != null) {
            return Set.of(entry.subjectId());
        }
        return entry.caseId() == null ? Set.of() : Set.of(entry.caseId());
    }

    /** The ids of that kind in the details of the entry: {@code case.1}, {@code case.2} and so on. */
    static Set<UUID> listed(EvidenceView entry, String of) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Map.Entry<String, String> detail : entry.details().entrySet()) {
            if (detail.getKey().startsWith(of + ".")) {
                Arrays.stream(detail.getValue().split(" "))
                        .map(UUID::fromString)
                        .forEach(ids::add);
            }
        }
        return ids;
    }

    static boolean isImport(EvidenceView entry) {
        return IMPORT.equals(entry.targetType());
    }
}
