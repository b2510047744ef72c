package io.shouxin.request;

import io.shouxin.record.HeldRecord;
import io.shouxin.record.Records;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the deletion wish of somebody who holds a telephone on file and has its name, and cannot be told from another of that number
 * and name: a case of nobody on file, in which a clerk calls and says who it is ({@link Requesters}).
 */
@Service
public class UnclearIntake {

    private final RequestIntake intake;
    private final Records records;

    public UnclearIntake(RequestIntake intake, Records records) {
        this.intake = intake;
        this.records = records;
    }

    /**
     * @param alike who it may be; the branch that holds most of them calls
     * @param key makes one request of it, however often it is sent
     */
    @Transactional
    public SubjectRequest askForCall(Collection<UUID> alike, String name, String phone, String language, String key) {
        @Nullable UUID branch = records.of(alike).stream()
                .collect(Collectors.groupingBy(HeldRecord::branchId, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<UUID, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
        return intake.submit(new NewRequest(
                RequestType.DELETION,
                null,
                null,
                Channel.PORTAL,
                branch,
                null,
                "",
                language,
                name,
                phone,
                ProofMethod.ONE_TIME_CODE,
                true,
                key));
    }
}
