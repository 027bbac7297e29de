package diabolo.data;

/** Hears how a download goes. */
@FunctionalInterface
public interface DownloadProgress {

    DownloadProgress SILENT = (name, bytes, total) -> {};

    /**
     * Called often.
     *
     * @param name of what comes
     * @param total bytes; 0 where the source does not say
     */
    void received(String name, long bytes, long total);
}
