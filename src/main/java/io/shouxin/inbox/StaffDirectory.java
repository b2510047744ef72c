package io.shouxin.inbox;

import io.shouxin.shared.Actor;
import java.util.List;

/** The members of the firm who work here now, with their roles and branches; implemented where the accounts are. */
public interface StaffDirectory {

    List<Actor> working();
}
