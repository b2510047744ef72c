package io.shouxin.inbox.ui;

import io.shouxin.inbox.BulkActs;
import io.shouxin.inbox.HandOvers;
import io.shouxin.inbox.SavedViews;
import io.shouxin.platform.Firms;
import io.shouxin.shared.CurrentActor;
import org.springframework.stereotype.Component;

/** What the list of tasks needs for its saved views and for acting on many rows. */
@Component
record ListTools(SavedViews saved, HandOvers handOvers, BulkActs bulk, Firms firms, CurrentActor current) {}
