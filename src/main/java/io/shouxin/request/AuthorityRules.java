package io.shouxin.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which papers show that somebody may ask for another person; asked by the pages, the API and the check alike. */
public interface AuthorityRules {

    /**
     * What is to be shown, each with the papers of which one suffices; nothing for {@link Capacity#SELF}.
     *
     * @param ward only of a guardian
     * @param lawyer only of an agent
     */
    List<AskedNeed> papers(Capacity capacity, @Nullable Ward ward, boolean lawyer);

    /** Names the very table that was asked, to be recorded with each check. */
    String version();
}
