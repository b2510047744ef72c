package io.shouxin.record.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.shouxin.record.Category;
import java.util.EnumMap;
import java.util.Map;

/** What each category belongs to, read from {@code imports/category-catalogue.csv} so that counsel can check and change it. */
public final class CategoryCatalogue {

    private static final CategoryCatalogue STANDARD = new CategoryCatalogue();

    private enum Belongs {
        PERSON,
        DEAL
    }

    private final Map<Category, Belongs> belongs = new EnumMap<>(Category.class);

    private CategoryCatalogue() {
        for (NamedCsvRecord row : CsvResource.read("category-catalogue.csv")) {
            Category category = Category.valueOf(row.getField("category"));
            if (belongs.put(category, Belongs.valueOf(row.getField("belongs_to"))) != null) {
                throw new IllegalStateException("The catalogue has " + category + " twice");
            }
        }
        for (Category category : Category.values()) {
            if (!belongs.containsKey(category)) {
                throw new IllegalStateException("The catalogue lacks " + category);
            }
        }
    }

    public static CategoryCatalogue standard() {
        return STANDARD;
    }

    /** Whether records of the category belong to the person, so that the rules of every deal of that person bear on them. */
    public boolean isOfThePerson(Category category) {
        return belongs.get(category) == Belongs.PERSON;
    }
}
