/** What the demo's host tells Careunit when it is asked: the ports of {@code org.careunit.api.host}. */
package org.careunit.itests.demo.host.ports;
