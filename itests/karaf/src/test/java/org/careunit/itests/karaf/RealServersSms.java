package org.careunit.itests.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An SMS centre of npm's package {@code smpp}, and Kannel, which hands on to it what it is given over HTTP. */
final class RealServersSms {

    private static final String SECRET = "0123456789abcdefXYZ";

    private final RealServersFolder folder;
    private final Ports ports;
    private RealServersProcess centre;
    private RealServersProcess bearer;
    private RealServersProcess box;

    private record Ports(int centre, int admin, int boxes, int sendsms) {}

    private RealServersSms(RealServersFolder folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    static RealServersSms start() throws IOException, InterruptedException {
        Ports ports = new Ports(
                RealServersProcess.freePort(),
                RealServersProcess.freePort(),
                RealServersProcess.freePort(),
                RealServersProcess.freePort());
        RealServersSms sms = new RealServersSms(RealServersFolder.of("sms"), ports);
        sms.run();
        return sms;
    }

    private void run() throws IOException, InterruptedException {
        RealServersCommand.run(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--prefix",
                folder.path().toString(),
                "smpp@0.5.1");
        Path script = folder.configure("centre.js", ports.centre());
        centre = RealServersProcess.start(ports.centre(), log(), "node", script.toString());
        Path kannel = folder.configure("kannel.conf", ports.centre());
        String text = Files.readString(kannel)
                .replace(ports.centre() + "1", Integer.toString(ports.admin()))
                .replace(ports.centre() + "2", Integer.toString(ports.boxes()))
                .replace(ports.centre() + "3", Integer.toString(ports.sendsms()));
        Files.writeString(kannel, text);
        bearer = RealServersProcess.start(
                ports.boxes(), folder.file("bearerbox.out"), "/usr/sbin/bearerbox", kannel.toString());
        box = RealServersProcess.start(
                ports.sendsms(), folder.file("smsbox.out"), "/usr/sbin/smsbox", kannel.toString());
    }

    private Path log() {
        return folder.file("centre.out");
    }

    /** What {@code careunit.sms.cfg} says for the SMS centre itself. */
    Map<String, String> direct() {
        return configuration(Map.of("port", Integer.toString(ports.centre())));
    }

    /** What it says for Kannel. */
    Map<String, String> overKannel() {
        return configuration(Map.of(
                "protocol",
                "http",
                "port",
                Integer.toString(ports.sendsms()),
                "receiptPort",
                Integer.toString(RealServersProcess.freePort()),
                ".receiptSecret",
                SECRET));
    }

    private static Map<String, String> configuration(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "host", "127.0.0.1",
                "security", "plain",
                "user", "careunit",
                ".password", "secret",
                "sender", "Careunit"));
        all.putAll(own);
        return all;
    }

    /** What the SMS centre said: who bound, and the parts. */
    List<String> said() throws IOException {
        return Files.readAllLines(log());
    }

    void stop() throws IOException, InterruptedException {
        box.stop("kill", Long.toString(box.pid()));
        bearer.stop("kill", Long.toString(bearer.pid()));
        centre.stop("kill", Long.toString(centre.pid()));
    }
}
