package org.startupatlas.imports.batch;

/**
 * The job is no longer active on this node: it was stopped, or the node's heartbeat was too old. Nothing more may be
 * written.
 */
public final class JobLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
