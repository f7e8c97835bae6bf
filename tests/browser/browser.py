"""A headless Chromium, driven through a pipe in its DevTools protocol."""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")
KEYS = {"Enter": 13, "Escape": 27, "Tab": 9, " ": 32, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39,
        "ArrowDown": 40}


def find():
    """The path of a browser; None where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Failure(Exception):
    """What the browser answers in place of a result."""


class Browser:
    """One process, with a profile and a folder for downloads of its own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="deskcheck-browser-")
        theirs_in, self.out = os.pipe()
        self.into, theirs_out = os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
                 "--disable-dev-shm-usage", "--hide-scrollbars", "--window-size=1300,1000",
                 f"--user-data-dir={self.folder}/profile"]
        words = ["sh", "-c", f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}', find(), *flags]
        self.process = subprocess.Popen(words, pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)  # else the end of the browser would not be noticed
        os.close(theirs_out)
        self.pending, self.events, self.number = b"", [], 0

    def close(self):
        try:
            self.send("Browser.close")
        except (Failure, OSError):
            pass
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def receive(self):
        while b"\0" not in self.pending:
            some = os.read(self.into, 1 << 20)
            if not some:
                raise Failure("the browser is gone")
            self.pending += some
        message, self.pending = self.pending.split(b"\0", 1)
        return json.loads(message)

    def send(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, url, **media):
        return Page(self, url, media)


class Page:
    """A tab that shows a page, and what it complained of and asked for."""

    def __init__(self, browser, url, media):
        self.browser = browser
        target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(domain + ".enable")
        browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=browser.folder)
        self.emulate(**media)
        browser.events.clear()
        self.load(url)

    def send(self, method, **params):
        return self.browser.send(method, self.session, **params)

    def emulate(self, **media):
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        self.send("Emulation.setEmulatedMedia", features=features)

    def resize(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def load(self, url):
        self.send("Page.navigate", url=url)
        self.wait_for("document.readyState === 'complete'")

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)

    def run(self, script):
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise Failure(str(answer["exceptionDetails"].get("exception", {}).get("description")))
        return answer["result"].get("value")

    def wait_for(self, script, seconds=15):
        until = time.monotonic() + seconds
        while not self.run(script):
            if time.monotonic() > until:
                raise Failure(f"never came true: {script}")
            time.sleep(0.02)

    def press(self, *keys):
        for key in keys:
            code = KEYS.get(key)
            text = {} if code and key != "Enter" else {"text": "\r" if key == "Enter" else key}
            self.send("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code or 0, **text)
            self.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code or 0)

    def type(self, text):
        self.send("Input.insertText", text=text)

    def click(self, script):
        """With the mouse, in the middle of the element that the script gives."""
        place = self.run("(() => { const it = (" + script + "); it.scrollIntoView({block: 'center', behavior: 'instant'});"
                         "const box = it.getBoundingClientRect();"
                         "return [box.x + box.width / 2, box.y + box.height / 2]; })()")
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def hand_over(self, path, act):
        """Does what opens a dialog for a file, and chooses this one in it."""
        self.send("Page.setInterceptFileChooserDialog", enabled=True)
        act()
        until = time.monotonic() + 5
        while True:
            self.run("0")  # events come with answers
            opened = [event["params"] for event in self.browser.events if event["method"] == "Page.fileChooserOpened"]
            if opened:
                break
            if time.monotonic() > until:
                raise Failure("no file was asked for")
        self.send("DOM.setFileInputFiles", files=[str(path)], backendNodeId=opened[-1]["backendNodeId"])
        self.browser.events = [event for event in self.browser.events if event["method"] != "Page.fileChooserOpened"]

    def picture(self):
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])

    def downloaded(self, name, seconds=10):
        path, until = os.path.join(self.browser.folder, name), time.monotonic() + seconds
        while not os.path.exists(path):
            if time.monotonic() > until:
                raise Failure(f"{name} was not saved")
            self.run("0")
            time.sleep(0.05)
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        os.remove(path)
        return text

    def complaints(self):
        """Errors, warnings and exceptions on the console."""
        self.run("0")
        found = []
        for event in self.browser.events:
            if event.get("sessionId") == self.session and event["method"] in (
                    "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"):
                found.append(json.dumps(event["params"])[:400])
        return found

    def requests(self):
        """What it asked for, but itself and what stands in it."""
        urls = [event["params"]["request"]["url"] for event in self.browser.events
                if event.get("sessionId") == self.session and event["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("file:", "data:", "blob:"))]
