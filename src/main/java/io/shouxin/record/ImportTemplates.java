package io.shouxin.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Corrected columns of lists, kept so that the next list of the kind need not be explained again. They belong to the firm: whoever may
 * import uses, renames and deletes them, and each change is logged without the words.
 */
public interface ImportTemplates {

    /** By name; none for whoever may not import. */
    List<ImportTemplate> all();

    /** Those whose headers this file has, whatever their order; none unless the file waits for its columns to be named. */
    List<FittingTemplate> fitting(UUID importId);

    /**
     * Keeps what the columns of a file that waits mean.
     *
     * @param columnToField as {@link Imports#map} takes it
     * @throws io.shouxin.shared.InvalidInput for a name that is missing, too long or taken ({@code /name}), and for headers that are
     *     missing, too long or look like somebody's data
     * @throws io.shouxin.shared.StateRefused where the file does not wait for its columns to be named
     */
    UUID save(UUID importId, String name, Map<Integer, String> columnToField, boolean firstRowIsHeader);

    /**
     * @throws io.shouxin.shared.InvalidInput for a name that is missing, too long or taken
     */
    void rename(UUID template, String name);

    void delete(UUID template);
}
