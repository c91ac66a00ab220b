/** */
package org.careunit.settings.internal;
