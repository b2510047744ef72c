package io.shouxin.spine;

import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for deletion in a few words: of everything, in Chinese, without proof, and empty where nothing is said. */
public final class DeletionWish {

    private final @Nullable UUID person;
    private final Channel channel;
    private @Nullable Set<Category> categories;
    private @Nullable UUID branch;
    private @Nullable Instant received;
    private String note = "";
    private String name = "";
    private String phone = "";
    private @Nullable ProofMethod proof;
    private boolean call;
    private @Nullable String key;
    private @Nullable OnBehalf onBehalf;

    private DeletionWish(@Nullable UUID person, Channel channel) {
        this.person = person;
        this.channel = channel;
    }

    public static DeletionWish of(TestFirm.Client client, Channel channel) {
        return new DeletionWish(client.id(), channel);
    }

    /** Of somebody on no file, handed in at the first branch. */
    public static DeletionWish ofSomebody(String name, Channel channel) {
        DeletionWish wish = new DeletionWish(null, channel);
        wish.name = name;
        return wish.at(TestFirm.BRANCH);
    }

    public DeletionWish only(@Nullable Set<Category> wanted) {
        categories = wanted;
        return this;
    }

    public DeletionWish at(UUID handedIn) {
        branch = handedIn;
        return this;
    }

    /** Truly received then, and not now. */
    public DeletionWish received(Instant at) {
        received = at;
        return this;
    }

    public DeletionWish saying(String words) {
        note = words;
        return this;
    }

    public DeletionWish reachedAt(String number) {
        phone = number;
        return this;
    }

    public DeletionWish proven(@Nullable ProofMethod by) {
        proof = by;
        return this;
    }

    public DeletionWish wantingCall() {
        call = true;
        return this;
    }

    /** Sent with a key that makes one request of it however often it is sent. */
    public DeletionWish once(String idempotencyKey) {
        key = idempotencyKey;
        return this;
    }

    /** Asked by somebody else, who is reached at that number. */
    public DeletionWish askedBy(String requester, String number, OnBehalf claim) {
        name = requester;
        phone = number;
        onBehalf = claim;
        return this;
    }

    public NewRequest request() {
        return new NewRequest(
                RequestType.DELETION,
                person,
                categories,
                channel,
                branch,
                NewRequest.Receipt.of(received, false),
                note,
                "zh",
                name,
                phone,
                proof,
                call,
                key,
                onBehalf);
    }
}
