#!/usr/bin/env bash
# Builds what the virtual booth starts from: a Debian disk that has everything the package depends on, but not the
# package; its kernel; a key to log in with. Needs no root, and nothing but the packages marked "booth" in
# packaging/debian-packages.txt.
#
#   packaging/booth/build.sh PACKAGE.deb
#
# Into build/booth: disk.ext4 kernel initrd key. Made again only when what they are made from has changed.
set -euo pipefail
cd "$(dirname "$0")/../.."
package=${1:?usage: packaging/booth/build.sh PACKAGE.deb}
recipe=packaging/booth
out=build/booth
mkdir -p "$out"

names() { # the packages it depends on, the first of alternatives
    dpkg-deb --field "$package" Pre-Depends Depends |
        sed 's/^[A-Za-z-]*: //' | tr ',' '\n' | sed 's/|.*//; s/([^)]*)//g' | tr -d ' ' | grep .
    awk '!/^#/ { print $1 }' "$recipe/packages.txt"
}
wanted=$(names | sort --unique)
made_from=$({ echo "$wanted"; cat "$0"; find "$recipe/root" -type f -print0 | sort -z | xargs -0 cat; } | sha256sum)
if [ -f "$out/disk.ext4" ] && [ "$made_from" = "$(cat "$out/made-from" 2>/dev/null)" ]; then
    exit 0
fi

work=$(mktemp -d "$out/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
[ -f "$out/key" ] || ssh-keygen -q -t ed25519 -N '' -C booth -f "$out/key"

mkdir -p "$work/root"
cp -r "$recipe/root/." "$work/root"
install -D -m 600 "$out/key.pub" "$work/root/root/.ssh/authorized_keys"
chmod 700 "$work/root/root/.ssh" "$work/root/root"
tar --create --owner=0 --group=0 --directory="$work/root" --file="$work/ours.tar" .

# The guest's packages come the way this machine's come, through the same proxy.
apt-config dump Acquire >"$work/apt.conf"
mmdebstrap --variant=minbase --dpkgopt=force-unsafe-io --aptopt="$work/apt.conf" --include="$(echo "$wanted" | paste -sd,)" \
    --essential-hook="tar-in $work/ours.tar /" \
    --customize-hook='chroot "$1" systemctl enable systemd-networkd ssh' \
    --customize-hook="copy-out /boot $work" \
    bookworm "$work/disk.tar"
cp "$work"/boot/vmlinuz-* "$out/kernel"
cp "$work"/boot/initrd.img-* "$out/initrd"

# mke2fs fills the disk without mounting it; under fakeroot it believes in the owners that tar tells.
mkdir "$work/disk"
fakeroot sh -c "tar --extract --file='$work/disk.tar' --directory='$work/disk' --exclude='./dev/*' &&
    mke2fs -q -t ext4 -L booth -d '$work/disk' '$work/disk.ext4' 8G"
mv "$work/disk.ext4" "$out/disk.ext4"
echo "$made_from" >"$out/made-from"
