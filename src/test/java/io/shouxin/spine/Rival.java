package io.shouxin.spine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the work of one of two threads ended that began at the same moment: with an answer, or with what it threw. */
record Rival<T>(@Nullable T answer, @Nullable Exception refused) {

    /** Work that two threads do at once. */
    interface Work<T> {

        T run() throws Exception;
    }

    record Pair<A, B>(Rival<A> first, Rival<B> second) {}

    static <A, B> Pair<A, B> race(Work<A> first, Work<B> second) {
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Rival<A>> one = CompletableFuture.supplyAsync(() -> run(start, first));
        CompletableFuture<Rival<B>> other = CompletableFuture.supplyAsync(() -> run(start, second));
        return new Pair<>(
                one.orTimeout(60, TimeUnit.SECONDS).join(),
                other.orTimeout(60, TimeUnit.SECONDS).join());
    }

    private static <T> Rival<T> run(CyclicBarrier start, Work<T> work) {
        try {
            start.await(30, TimeUnit.SECONDS);
            return new Rival<>(work.run(), null);
        } catch (Exception e) {
            return new Rival<>(null, e);
        }
    }
}
