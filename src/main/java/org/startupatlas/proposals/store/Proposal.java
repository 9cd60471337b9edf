package org.startupatlas.proposals.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A suggested correction, stored as the dry run that validated it. JSON is kept as text. */
@Entity
@Table(name = "proposal")
public class Proposal {

    @Id
    private String id;

    @Column(nullable = false)
    private String state;

    @Column(nullable = false)
    private String resource;

    private String recordId;

    private Integer version;

    @Column(nullable = false)
    private String changes;

    @Column(nullable = false)
    private String changed;

    @Column(nullable = false)
    private String sourceUrl;

    private String note;

    @Column(nullable = false)
    private String messages;

    private String client;

    @Column(nullable = false)
    private Instant createdAt;

    private String createdBy;

    private Instant decidedAt;

    private String decidedBy;

    private Long revision;

    protected Proposal() {}

    /**
     * Creates an open proposal.
     *
     * @param id random, because it is the credential for reading the proposal and answering questions
     * @param client identifies the address or key that sent it
     */
    public Proposal(String id, ProposalDraft draft, String client, Instant createdAt) {
        this.id = id;
        this.state = ProposalState.OPEN.code();
        this.resource = draft.resource();
        this.recordId = draft.recordId();
        this.version = draft.version();
        this.changes = draft.changes().toString();
        this.changed = draft.changed().toString();
        this.sourceUrl = draft.sourceUrl();
        this.note = draft.note();
        this.messages = "[]";
        this.client = client;
        this.createdAt = createdAt;
        this.createdBy = draft.createdBy();
    }

    /** Sets the state of an undecided proposal that stays undecided. */
    void setState(ProposalState newState) {
        state = newState.code();
    }

    /** Sets the final state. Who sent the proposal is not kept any longer. */
    void decide(ProposalState finalState, String by, Instant at) {
        state = finalState.code();
        decidedBy = by;
        decidedAt = at;
        client = null;
    }

    /** Sets the record and the revision that an accepted proposal was written as. */
    void setWritten(String writtenId, long writtenRevision) {
        recordId = writtenId;
        revision = writtenRevision;
    }

    void setMessages(String json) {
        messages = json;
    }

    public String id() {
        return id;
    }

    public ProposalState state() {
        return ProposalState.ofCode(state);
    }

    public String resource() {
        return resource;
    }

    /** Returns the id of the record; null for a new one, until it is accepted. */
    public String recordId() {
        return recordId;
    }

    /** Returns the version that it was made on; null for a new record. */
    public Integer version() {
        return version;
    }

    /** Returns whether it suggests a new record. */
    public boolean isOfNewRecord() {
        return version == null;
    }

    /** Returns the merge patch as it was sent, a JSON object. */
    public String changes() {
        return changes;
    }

    /** Returns the diff, a JSON array of path, from and to. */
    public String changed() {
        return changed;
    }

    public String sourceUrl() {
        return sourceUrl;
    }

    public String note() {
        return note;
    }

    /** Returns the {@link ProposalMessage}s as a JSON array. */
    public String messages() {
        return messages;
    }

    String client() {
        return client;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Returns the public id of the key that sent it, or null. */
    public String createdBy() {
        return createdBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decidedBy() {
        return decidedBy;
    }

    /** Returns the revision as which an accepted proposal was written; null otherwise. */
    public Long revision() {
        return revision;
    }
}
