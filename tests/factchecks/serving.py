"""A server on this machine that answers as the Google Fact Check Tools API does, or as it should not."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = Callable[[BaseHTTPRequestHandler, dict[str, str]], None]


@dataclass
class Served:
    """The server's address, and what it was asked: path, fields and headers of each request."""

    address: str = ""
    requests: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)


@contextmanager
def serving(answer: Answer) -> Iterator[Served]:
    """A server on loopback that lets `answer` write each response."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
            served.requests.append((parts.path, fields, dict(self.headers)))
            try:
                answer(self, fields)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sends(body: bytes | dict[str, Any], status: int = 200, **headers: str) -> Answer:
    """The same answer to every request."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()

    def answer(handler: BaseHTTPRequestHandler, fields: dict[str, str]) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json; charset=UTF-8")
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def refuses(status: int, message: str, reason: str) -> Answer:
    """An error as Google's services word it."""
    return sends({"error": {"code": status, "message": message, "status": reason}}, status)


def claim(
    text: str, *, url: str = "https://check.example/1", rating: str = "Unproven", **changes: Any
) -> dict[str, Any]:
    """A claim with one review, in the API's form."""
    return {
        "text": text,
        "claimant": "Ulla Fenn",
        "claimDate": "2026-03-01T00:00:00Z",
        "claimReview": [
            {
                "publisher": {"name": "Pond Check", "site": "pondcheck.example"},
                "url": url,
                "title": "Can ducks read?",
                "reviewDate": "2026-03-04T10:15:00Z",
                "textualRating": rating,
                "languageCode": "en",
            }
        ],
        **changes,
    }
