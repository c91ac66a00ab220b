/** The example adapter: its configuration, its routes, and the port it implements. */
package org.careunit.itests.adapter.internal;
