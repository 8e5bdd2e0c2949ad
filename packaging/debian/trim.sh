#!/bin/sh
# Takes out of an installed PySide6 what the kiosk never loads: packaging/debian/trim.sh SITE-PACKAGES
#
# Some of it must go, because it may be passed on under the GPL only (Charts, Graphs, Lottie, the virtual keyboard);
# all of it is two thirds of the whole package.
set -eu
cd "$1/PySide6"

modules='Core Gui Widgets Svg Multimedia Network Test'
plugins='iconengines imageformats multimedia platforms platforminputcontexts platformthemes tls
    wayland-decoration-client wayland-graphics-integration-client wayland-shell-integration xcbglintegrations'

keep_only() { # the names that stay, in the folder given
    folder=$1
    shift
    for entry in "$folder"/*; do
        case " $* " in *" ${entry##*/} "*) ;; *) rm -rf "$entry" ;; esac
    done
}

for file in Qt*.abi3.so; do
    case " $modules " in *" $(echo "$file" | sed 's/^Qt//; s/\..*//') "*) ;; *) rm "$file" ;; esac
done
keep_only Qt lib plugins
# shellcheck disable=SC2086 - a list of words
keep_only Qt/plugins $plugins
rm -f Qt/plugins/platforminputcontexts/libqtvirtualkeyboard* Qt/plugins/imageformats/libqpdf*
rm -f Qt/plugins/platformthemes/libqgtk3* Qt/plugins/platforms/libqeglfs* \
    Qt/plugins/platforms/libqvkkhrdisplay* Qt/plugins/platforms/libqminimalegl*

# Of the libraries, those that something kept is linked with.
needed=$(find . -name '*.so*' -not -path './Qt/lib/*' -exec ldd {} + | awk '$1 ~ /^libQt6/ { print $1 }' | sort -u)
for file in Qt/lib/libQt6*.so.6; do
    echo "$needed" | grep --quiet --line-regexp --fixed-strings "${file##*/}" || rm "$file"
done

rm -rf ./*.pyi QtAsyncio assistant balsam balsamui designer doc glue include libpyside6qml* linguist lrelease \
    lupdate qmlformat qmllint qmlls qsb scripts svgtoqml typesystems
