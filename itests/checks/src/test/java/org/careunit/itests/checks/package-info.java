/**
 * Checks of Careunit's services as a host module calls them, by the API and the test kit alone. Each runs on H2 and on
 * PostgreSQL.
 */
package org.careunit.itests.checks;
