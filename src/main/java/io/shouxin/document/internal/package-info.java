/** How the PDFs are drawn: fonts, page frame, blocks, and one class per document. */
@NullMarked
package io.shouxin.document.internal;

import org.jspecify.annotations.NullMarked;
