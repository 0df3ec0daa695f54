"""A mail server on loopback for tests: STARTTLS or TLS, AUTH, and faults by name.

Faults: no-starttls, no-auth, auth, 421, 451, 550, rcpt (every second recipient), drop-connect,
drop-data (closes before it keeps the message), drop-after (keeps it, and closes before it says so),
silent (never answers a message); a certificate's file name (wrong-host, expired, other-ca).
`server.fault` may be changed at any time; `times` says how often it is still in force.
"""

from __future__ import annotations

import base64
import socket
import socketserver
import ssl
import threading
import time
from pathlib import Path
from types import TracebackType

CERTIFICATES = Path(__file__).resolve().parent / "certificates"
USER, PASSWORD = "reader", "not-a-real-password"


class MailServer:
    """The server; `mails` are (recipients, bytes as they came), `logins` says who came over TLS."""

    def __init__(self, fault: str = "", *, tls: bool = False) -> None:
        self.fault, self.times, self.tls = fault, -1, tls
        self.mails: list[tuple[list[str], bytes]] = []
        self.logins: list[bool] = []
        self.recipients = 0
        server = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                Session(server, self.request).run()

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def has(self, fault: str) -> bool:
        """Say whether a fault is in force, and use up one of its times."""
        if self.fault != fault or self.times == 0:
            return False
        self.times -= 1
        return True

    def context(self) -> ssl.SSLContext:
        """Return the TLS context with the certificate that the fault names."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        named = CERTIFICATES / f"{self.fault}.pem"
        context.load_cert_chain(named if named.exists() else CERTIFICATES / "good.pem")
        return context

    def __enter__(self) -> MailServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class Session:
    """One connection."""

    def __init__(self, server: MailServer, link: socket.socket) -> None:
        self.server, self.link, self.secure, self.known = server, link, False, False
        self.to: list[str] = []

    def run(self) -> None:
        """Talk until one side is done."""
        if self.server.has("drop-connect"):
            return
        try:
            if self.server.tls:
                self._secure()
            self._say("220 localhost ready")
            while (line := self.file.readline()) and self._answer(line.decode().strip()):
                pass
        except OSError:
            pass
        finally:
            self.link.close()

    @property
    def file(self):  # type: ignore[no-untyped-def]
        if not hasattr(self, "_file"):
            self._file = self.link.makefile("rb")
        return self._file

    def _secure(self) -> None:
        self.link = self.server.context().wrap_socket(self.link, server_side=True)
        self._file = self.link.makefile("rb")
        self.secure = True

    def _say(self, text: str) -> bool:
        self.link.sendall(text.encode() + b"\r\n")
        return not text.startswith("421")

    def _answer(self, line: str) -> bool:
        word = line.upper().split(":")[0].split(" ")[0]
        if word in ("EHLO", "HELO"):
            offers = ["localhost"]
            if not (self.secure or self.server.fault == "no-starttls"):
                offers.append("STARTTLS")
            if self.secure and self.server.fault != "no-auth":
                offers.append("AUTH PLAIN")
            return self._say("\r\n".join(f"250-{o}" for o in offers) + "\r\n250 OK")
        if word == "STARTTLS":
            self._say("220 go on")
            self._secure()
            return True
        if word == "AUTH":
            return self._login(line)
        if word == "MAIL":
            self.to = []
            if self.server.has("421"):
                return self._say("421 4.3.2 shutting down")
            return self._say("250 OK" if self.secure else "530 TLS first")
        if word == "RCPT":
            return self._recipient(line)
        if word == "DATA":
            self._say("354 go on")
            return self._message()
        self._say("221 bye" if word == "QUIT" else "250 OK")
        return word != "QUIT"

    def _login(self, line: str) -> bool:
        given = base64.b64decode(line.split()[-1]).split(b"\0")[1:]
        good = given == [USER.encode(), PASSWORD.encode()] and not self.server.has("auth")
        self.server.logins.append(self.secure)
        return self._say("235 welcome" if good else "535 5.7.8 not accepted")

    def _recipient(self, line: str) -> bool:
        self.server.recipients += 1
        if self.server.fault == "rcpt" and self.server.recipients % 2 == 0:
            return self._say("550 5.1.1 no such user")
        self.to.append(line.partition("<")[2].rstrip(">"))
        return self._say("250 OK")

    def _message(self) -> bool:
        lines = []
        while (line := self.file.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        if self.server.has("drop-data"):
            return False
        if self.server.has("silent"):
            time.sleep(3)
            return False
        for code in ("451", "550"):
            if self.server.has(code):
                return self._say(f"{code} 5.0.0 not taken")
        self.server.mails.append((self.to, b"".join(lines)))
        return not self.server.has("drop-after") and self._say("250 2.0.0 kept")
