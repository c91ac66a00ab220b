/** Console commands for the case types of a region: its catalogue, handing out, withdrawing and locking. */
package org.careunit.casetypes.internal.shell.region;
