#!/usr/bin/env bash
# Builds the virtual booth: a Debian disk with the package installed by apt-get, set up and locked down as a technician
# does; its kernel; a key to log in with. Needs no root, and nothing but the packages marked "booth" in
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

made_from=$({ cat "$package" "$0" "$recipe/packages.txt"; find "$recipe"/{root,station} -type f -print0 |
    sort -z | xargs -0 cat; } | sha256sum)
if [ -f "$out/disk.ext4" ] && [ "$made_from" = "$(cat "$out/made-from" 2>/dev/null)" ]; then
    exit 0
fi

work=$(mktemp -d "$out/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
[ -f "$out/key" ] || ssh-keygen -q -t ed25519 -N '' -C booth -f "$out/key"

as_root=(tar --create --owner=0 --group=0)
mkdir -p "$work/root"
cp -r "$recipe/root/." "$work/root"
install -D -m 600 "$out/key.pub" "$work/root/root/.ssh/authorized_keys"
chmod 700 "$work/root/root/.ssh" "$work/root/root"
"${as_root[@]}" --directory="$work/root" --file="$work/root.tar" .
"${as_root[@]}" --directory="$recipe/station" --file="$work/station.tar" .
cp "$package" "$work/interview-kiosk.deb"

# The guest's packages come the way this machine's come, through the same proxy.
apt-config dump Acquire >"$work/apt.conf"
beside=$(awk '!/^#/ { print $1 }' "$recipe/packages.txt" | paste -sd,)
mmdebstrap --variant=minbase --aptopt="$work/apt.conf" --dpkgopt=force-unsafe-io --include="$beside" \
    --essential-hook="tar-in $work/root.tar /" \
    --customize-hook="copy-in $work/interview-kiosk.deb /root" \
    --customize-hook='chroot "$1" apt-get install --yes --no-install-recommends /root/interview-kiosk.deb' \
    --customize-hook='rm "$1/root/interview-kiosk.deb"' \
    --customize-hook="tar-in $work/station.tar /" \
    --customize-hook='chroot "$1" chown -R interview-kiosk: /var/lib/interview-kiosk' \
    --customize-hook='chroot "$1" interview-kiosk lockdown on' \
    --customize-hook='chroot "$1" systemctl enable systemd-networkd ssh room' \
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
