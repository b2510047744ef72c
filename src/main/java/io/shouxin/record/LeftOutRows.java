package io.shouxin.record;

import java.util.List;
import java.util.UUID;

/**
 * Rows that an import left out, corrected one by one. A corrected row is read by the rules of its list and goes the way of every row of
 * an import: matched, refused where its person is restricted or was erased, written with its evidence.
 */
public interface LeftOutRows {

    /** Those that wait for somebody, in the order of the file; without those of people who were erased ({@link #ofErased}). */
    List<RowPlace> open(UUID importId);

    /** Those of somebody who was erased: whether they come back is not for whoever brought the list to say. */
    List<RowPlace> ofErased(UUID importId);

    /**
     * One of them with its cells; that somebody looked at it is logged.
     *
     * @throws io.shouxin.shared.NotFound where it was never left out, or its cells are destroyed
     */
    LeftOutRow get(UUID importId, RowPlace place);

    /**
     * Imports the row as it was corrected.
     *
     * @param cells one for each column of the row's sheet
     * @return what is still wrong; empty where the row was imported
     * @throws io.shouxin.shared.StateRefused where somebody else has settled the row meanwhile
     * @throws io.shouxin.shared.InvalidInput for cells that no file could hold, or where the row's branch takes nothing new
     */
    List<RowProblem> mend(UUID importId, RowPlace place, List<String> cells);

    /**
     * Ends the row without importing it; its cells are destroyed.
     *
     * @throws io.shouxin.shared.StateRefused where somebody else has settled the row meanwhile
     */
    void leaveOut(UUID importId, RowPlace place, LeaveOutReason reason);

    /** What became of rows that were left out first, in the order of the file; places without values. */
    List<EndedRow> ended(UUID importId);
}
