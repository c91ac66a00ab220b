/** Which messages a case would lead to, calculated as for real cases. */
package org.careunit.notifications.internal.timeline;
