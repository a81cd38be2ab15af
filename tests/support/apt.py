"""Debian's packages, installed where that may be done: as root, on a system that has apt."""

import os
import shutil
import subprocess


def install(package: str) -> None:
    """Try to install; say nothing when it may not be tried or fails, the caller looks anyway."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"Installing the Debian package {package}: once ...", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        subprocess.run(
            ["apt-get", "--quiet=2", "--option=DPkg::Lock::Timeout=120", *arguments],
            env=environment,
            stdout=subprocess.DEVNULL,
            check=False,
        )
