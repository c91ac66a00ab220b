/** A host module, written against the API alone, that a test outside the container drives over JMX. */
package org.careunit.itests.driver.internal;
