#!/usr/bin/env python3
"""Does with action.yml what GitHub's runner does for the step of the README's workflow.

run_action.py ACTION WORKFLOW INPUT=VALUE...: ACTION is the action's checkout, WORKFLOW the file of
the README, and inputs replace those of its step ("INPUT=" takes one away). The current folder is the
workspace. Files beside it (../output, ../summary) are what steps write to; "../commands" has those
that the runner would obey, a line each. Ends as the last step does.
"""

import os
import re
import subprocess
import sys

import yaml


def inputs_of(action, workflow, changes):
    [job] = workflow["jobs"].values()
    [step] = [step for step in job["steps"] if step.get("uses", "").startswith("OWNER/deskcheck@")]
    given = {**step["with"], **dict(change.split("=", 1) for change in changes)}
    given = {key: value for key, value in given.items() if value}
    assert set(given) <= set(action["inputs"]), f"the action knows no {set(given)}"
    needed = {key for key, it in action["inputs"].items() if it.get("required")}
    assert needed <= set(given), f"{needed} are needed"
    return {key: str(given.get(key, it.get("default", ""))) for key, it in action["inputs"].items()}


def obeyed(text):
    """The lines that are commands, but for what stands between a stop and its token."""
    token = None
    for line in text.splitlines():
        command = re.match(r"\s*::([^ :]+)", line)
        if not command and "##[" not in line:
            continue
        if token:
            token = None if line.strip() == f"::{token}::" else token
        elif command and command[1] == "stop-commands":
            token = line.split("::")[2]
        else:
            yield line
    assert token is None, "commands stay stopped"


def run(step, inputs, action):
    assert step["shell"] == "bash" and "${{" not in step["run"], "an input would be run as a program"
    fill = lambda text: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: inputs[match[1]], text)
    beside = os.path.dirname(os.getcwd())
    environment = {"PATH": os.environ["PATH"], "HOME": beside, "CI": "true", "GITHUB_ACTIONS": "true",
                   "GITHUB_ACTION_PATH": action, "GITHUB_WORKSPACE": os.getcwd(), "RUNNER_TEMP": beside,
                   "GITHUB_STEP_SUMMARY": f"{beside}/summary", "GITHUB_OUTPUT": f"{beside}/output",
                   **{key: fill(value) for key, value in step.get("env", {}).items()}}
    script = os.path.join(beside, "step.sh")
    with open(script, "w") as file:
        file.write(step["run"])
    done = subprocess.run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
                          env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode()


def main():
    path, workflow, *changes = sys.argv[1:]
    with open(f"{path}/action.yml") as file:
        action = yaml.safe_load(file)
    with open(workflow) as file:
        inputs = inputs_of(action, yaml.safe_load(file), changes)
    assert action["runs"]["using"] == "composite"
    ids = {step.get("id") for step in action["runs"]["steps"]}
    for output in action["outputs"].values():
        assert re.fullmatch(r"\$\{\{ steps\.(\w+)\.outputs\.\w+ \}\}", output["value"])[1] in ids
    for name in ["output", "summary", "commands"]:
        open(f"../{name}", "w").close()
    for step in action["runs"]["steps"]:
        code, text = run(step, inputs, path)
        print(text, end="")
        with open("../commands", "a") as file:
            file.writelines(line + "\n" for line in obeyed(text))
        if code:
            sys.exit(code)


main()
