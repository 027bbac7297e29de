package diabolo.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} shows: the versions that a report of a problem should name. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String written = Version.class.getPackage().getImplementationVersion(); // in the jar's manifest
        return new String[] {
            "Diabolo " + (written == null ? "(not packaged)" : written),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
