package diabolo.report;

import diabolo.image.GreyImages;

/** Images that networks learned from, and others that they are tested on. */
public record Images(GreyImages training, GreyImages test) implements Material {}
