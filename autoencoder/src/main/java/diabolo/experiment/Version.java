package diabolo.experiment;

import java.util.Objects;

/** The version of Diabolo, as the build wrote it into the jar. */
public final class Version {

    private Version() {}

    /** Such as {@code 0.1.0-SNAPSHOT}; {@code development} where it runs from class files. */
    public static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
