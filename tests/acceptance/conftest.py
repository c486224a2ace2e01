"""What the acceptance tests share: a story, and a server on this machine that notes every visit."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Visits:
    """A server's address, and the paths that anyone has asked it for."""

    address: str = ""
    paths: list[str] = field(default_factory=list)


@pytest.fixture
def visits() -> Iterator[Visits]:
    """A server on loopback that answers everything and notes it."""
    seen = Visits()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.paths.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_POST = do_GET  # noqa: N815 - the library's names

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    seen.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield seen
    server.shutdown()
    server.server_close()
    thread.join()
