package org.startupatlas.http;

/** The paths of reconciliation. */
public final class ReconcilePaths {

    public static final String ROOT = "/reconcile";

    /** The previews of entities, below the root. */
    public static final String PREVIEW = "preview";

    private ReconcilePaths() {}
}
