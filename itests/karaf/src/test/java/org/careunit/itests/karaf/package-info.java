/** What holds of the installed product as a whole. */
package org.careunit.itests.karaf;
