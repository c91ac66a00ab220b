/**
 * Lists page by page, the same way everywhere: a {@link org.careunit.api.paging.PageRequest} says how many rows, and
 * after which; a {@link org.careunit.api.paging.Page} holds them and leads to the next.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.paging;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
