/** The floor of the start benchmark: the least application that has the product's starters and one page. */
@NullMarked
package minimal;

import org.jspecify.annotations.NullMarked;
