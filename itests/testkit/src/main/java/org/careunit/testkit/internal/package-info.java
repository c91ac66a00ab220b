/** How the kit puts Careunit's services together; not for tests to use. */
package org.careunit.testkit.internal;
