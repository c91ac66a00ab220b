/** What was said to be meant of the findings in terms. */
package org.careunit.terms.internal.meant;
