#!/bin/sh
# Makes the model that Cairn asks, in the Ollama of this machine. Downloads nothing but the base model, by `ollama pull`.
set -eu

usage() {
  cat <<'END'
Usage: setup.sh [-b BASE] [-n NAME]

  -b BASE  model to build on, as Ollama's library names it (mistral:7b-instruct)
  -n NAME  name of the model that Cairn asks (cairn-mistral)

Run again with another BASE and the same NAME, and Cairn's next question goes to the new one.
END
}

base=mistral:7b-instruct
name=cairn-mistral
while getopts b:n:h option; do
  case $option in
    b) base=$OPTARG ;;
    n) name=$OPTARG ;;
    h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
if [ $# -gt 0 ]; then usage >&2; exit 2; fi

case $base$name in
  *[!A-Za-z0-9._:/-]*) echo "A model's name has letters, digits and . _ : / - only." >&2; exit 2 ;;
esac
if ! command -v ollama >/dev/null 2>&1; then
  echo "Ollama is not installed. It is at https://ollama.com/download; then run this again." >&2
  exit 1
fi
if ! ollama list >/dev/null 2>&1; then
  echo "Ollama is installed but does not answer. Start it with: ollama serve" >&2
  exit 1
fi

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
modelfile=$(mktemp)
trap 'rm -f "$modelfile"' EXIT
trap 'exit 1' HUP INT TERM
sed "s|^FROM .*|FROM $base|" "$here/Modelfile" >"$modelfile"

ollama pull "$base"
ollama create "$name" -f "$modelfile"

cat <<END

$name is ready. Put this into .env and start Cairn again:

  CAIRN_LLM_CHAIN=ollama+http://127.0.0.1:11434#$name

Whether it answers: sh deploy/ollama/health-check.sh -m $name
END
