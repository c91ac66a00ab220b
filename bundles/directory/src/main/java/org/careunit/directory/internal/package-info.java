/** */
package org.careunit.directory.internal;
