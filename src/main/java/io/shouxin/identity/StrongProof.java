package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.StrongProofs;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What only the person would know, as the second proof for sensitive data: something that works on a phone. Where nothing
 * of the kind is on file, a clerk calls back; a visit is offered, never demanded.
 */
@Service
public class StrongProof implements StrongProofs {

    private static final int ID_TAIL = 6;
    private static final int CONTRACT_TAIL = 4;
    private static final String CONTRACT_FIELD = "CONTRACT_NUMBER";

    private final PersonData people;
    private final Records records;
    private final RateLimits limits;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    public StrongProof(
            PersonData people, Records records, RateLimits limits, EvidenceLog evidence, CurrentActor current) {
        this.people = people;
        this.records = records;
        this.limits = limits;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    public List<ProofMethod> questions(UUID subject) {
        return List.copyOf(answers(subject).keySet());
    }

    @Override
    public int characters(ProofMethod method) {
        return method == ProofMethod.CODE_AND_CONTRACT_LAST_FOUR ? CONTRACT_TAIL : ID_TAIL;
    }

    @Override
    public int triesLeft(UUID subject) {
        return limits.left(RateLimits.Rule.PROOF_TRIES, subject.toString());
    }

    @Override
    @Transactional
    public Result check(UUID subject, ProofMethod method, String given) {
        if (!current.get().isClient(subject)) {
            throw new AccessRefused("No proof for subject " + subject);
        }
        if (!limits.allow(RateLimits.Rule.PROOF_TRIES, subject.toString())) {
            return Result.TOO_MANY;
        }
        String clean = given.strip().toUpperCase(Locale.ROOT);
        boolean right = answers(subject).getOrDefault(method, List.of()).stream()
                .anyMatch(expected -> MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), clean.getBytes(StandardCharsets.UTF_8)));
        if (!right) {
            evidence.append(EvidenceEvent.of(EvidenceKind.IDENTITY_FAILED, current.get())
                    .subjectId(subject)
                    .outcome(method.name())
                    .build());
        }
        return right ? Result.RIGHT : Result.WRONG;
    }

    /**
     * Which of several people ends one of their numbers so; nobody where that is not exactly one. Each try counts for all of them.
     */
    @Transactional
    public Optional<UUID> among(List<UUID> people, String given) {
        String clean = given.strip().toUpperCase(Locale.ROOT);
        List<UUID> left = people.stream()
                .filter(person -> limits.allow(RateLimits.Rule.PROOF_TRIES, person.toString()))
                .toList();
        List<UUID> right = left.stream()
                .filter(person -> answers(person).values().stream()
                        .flatMap(List::stream)
                        .anyMatch(expected -> MessageDigest.isEqual(
                                expected.getBytes(StandardCharsets.UTF_8), clean.getBytes(StandardCharsets.UTF_8))))
                .toList();
        if (right.size() == 1 && left.size() == people.size()) {
            return Optional.of(right.get(0));
        }
        people.forEach(person -> evidence.append(EvidenceEvent.of(EvidenceKind.IDENTITY_FAILED, current.get())
                .subjectId(person)
                .outcome("NOT_TOLD_APART")
                .build()));
        return Optional.empty();
    }

    private Map<ProofMethod, List<String>> answers(UUID subject) {
        Map<ProofMethod, List<String>> answers = new EnumMap<>(ProofMethod.class);
        String idNumber = people.card(subject, Purpose.SUBJECT_ACCESS).idNumber();
        if (idNumber.length() >= ID_TAIL) {
            answers.put(ProofMethod.CODE_AND_ID_LAST_SIX, List.of(tail(idNumber, ID_TAIL)));
        }
        List<HeldRecord> deals = records.of(subject).stream()
                .filter(record -> record.category() == Category.TRANSACTION || record.category() == Category.SERVICE)
                .toList();
        List<String> contracts = records.open(deals, Purpose.SUBJECT_ACCESS).values().stream()
                .map(values -> values.getOrDefault(CONTRACT_FIELD, ""))
                .filter(number -> number.length() >= CONTRACT_TAIL)
                .map(number -> tail(number, CONTRACT_TAIL))
                .toList();
        if (!contracts.isEmpty()) {
            answers.put(ProofMethod.CODE_AND_CONTRACT_LAST_FOUR, contracts);
        }
        return answers;
    }

    private static String tail(String value, int length) {
        return value.substring(value.length() - length).toUpperCase(Locale.ROOT);
    }
}
