package diabolo.audio;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Preferences that are always empty and never stored.
 *
 * <p>The JDK's synthesizer looks for its settings in the user's preferences. That would create a folder in the user's home,
 * print a line about it, start a timer, and let the sound depend on what is stored there. {@link JdkSynthesizer} gives every
 * setting itself, and installs this unless the program has chosen a factory of its own. Public only because the JDK creates
 * it by name. Safe for threads.
 */
public final class NoPreferences implements PreferencesFactory {

    @Override
    public Preferences systemRoot() {
        return new Empty();
    }

    @Override
    public Preferences userRoot() {
        return new Empty();
    }

    private static final class Empty extends AbstractPreferences {

        Empty() {
            super(null, "");
        }

        @Override
        protected void putSpi(String name, String value) {}

        @Override
        @SuppressWarnings("NullAway") // the JDK's contract: null where nothing is stored
        protected String getSpi(String name) {
            return null;
        }

        @Override
        protected void removeSpi(String name) {}

        @Override
        protected void removeNodeSpi() {}

        @Override
        protected String[] keysSpi() {
            return new String[0];
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return new Empty();
        }

        @Override
        protected void syncSpi() {}

        @Override
        protected void flushSpi() {}
    }
}
