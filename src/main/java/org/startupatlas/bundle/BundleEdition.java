package org.startupatlas.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The edition of a part of the bundle that the database has. Parts that were never loaded have no row. */
@Entity
@Table(name = "bundle_edition")
class BundleEdition {

    @Id
    private String part;

    @Column(nullable = false)
    private int edition;

    protected BundleEdition() {}

    BundleEdition(BundlePart part, int edition) {
        this.part = part.word();
        this.edition = edition;
    }

    int edition() {
        return edition;
    }

    void reach(int newEdition) {
        edition = newEdition;
    }
}
