/** The host's side of {@link org.careunit.itests.KarafTest}: starts containers, sends them tests, reads their logs. */
package org.careunit.itests.host;
