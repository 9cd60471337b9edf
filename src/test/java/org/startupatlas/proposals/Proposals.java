package org.startupatlas.proposals;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Sends proposals, each test with a key of its own, because a client may send only some at once. */
final class Proposals {
    static final String PATH = "/v1/proposals";

    static final String SOURCE = "https://www.example.ma/about";

    private Proposals() {}

    /** A body with changes of a startup. */
    static String of(StartupRecord startup, String changes) {
        return of(startup.slug(), changes);
    }

    static String of(String startup, String changes) {
        return """
                {"resource":"startups","record":"%s","changes":%s,"source_url":"%s"}"""
                .formatted(startup, changes, SOURCE);
    }

    /** A body with a new startup. */
    static String ofNew(String changes) {
        return """
                {"resource":"startups","changes":%s,"source_url":"%s"}""".formatted(changes, SOURCE);
    }

    /** Sends a proposal without a key. */
    static Response anonymous(int status, String body) {
        return Writes.post(status, given().urlEncodingEnabled(false), PATH, body);
    }

    static ProposalAnswer send(String key, String body) {
        return read(Writes.post(201, key, PATH, body));
    }

    static ProposalAnswer read(Response answer) {
        return Atlas.read(ProposalAnswer.class, answer);
    }

    /** Reads a proposal again. */
    static ProposalAnswer again(ProposalAnswer proposal) {
        return read(Atlas.get(200, proposal.link()));
    }

    static ProposalAnswer accept(ProposalAnswer proposal) {
        return read(accept(200, proposal));
    }

    /** Accepts without a body. */
    static Response accept(int status, ProposalAnswer proposal) {
        Response answer = TestKeys.asAdmin().post(proposal.link() + "/accept");
        assertEquals(status, answer.statusCode(), answer::asString);
        return answer;
    }

    /** Asks or declines with a note, or answers. */
    static Response say(int status, ProposalAnswer proposal, String what, String note) {
        return Writes.post(status, proposal.link() + "/" + what, """
                {"note":"%s"}""".formatted(note));
    }
}
