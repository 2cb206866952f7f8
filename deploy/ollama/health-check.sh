#!/bin/sh
# Whether Ollama runs, has the model, and answers in the form that it is asked for.
set -eu

usage() {
  cat <<'END'
Usage: health-check.sh [-u URL] [-m MODEL] [-t SECONDS]

  -u URL      where Ollama listens (http://127.0.0.1:11434)
  -m MODEL    the model that Cairn asks (cairn-mistral)
  -t SECONDS  longest wait for the answer (180: a model is loaded for its first question)

Ends with 0 when all is well, 1 when Ollama does not answer, 3 when it lacks the model, 4 when the model does not answer as asked.
END
}

url=http://127.0.0.1:11434
model=cairn-mistral
seconds=180
while getopts u:m:t:h option; do
  case $option in
    u) url=${OPTARG%/} ;;
    m) model=$OPTARG ;;
    t) seconds=$OPTARG ;;
    h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
if [ $# -gt 0 ]; then usage >&2; exit 2; fi
case $model in
  *[!A-Za-z0-9._:/-]*) echo "A model's name has letters, digits and . _ : / - only." >&2; exit 2 ;;
esac
if ! command -v curl >/dev/null 2>&1; then echo "curl is needed." >&2; exit 2; fi

if ! tags=$(curl -fsS -m 10 "$url/api/tags" 2>/dev/null); then
  echo "FAIL  Ollama does not answer at $url. Start it with: ollama serve" >&2
  exit 1
fi
echo "ok    Ollama answers at $url"

case $model in
  *:*) full=$model ;;
  *) full=$model:latest ;;
esac
if ! printf '%s' "$tags" | tr -d ' \n\r\t' | grep -qF "\"name\":\"$full\""; then
  echo "FAIL  It has no model $full. Make it with: sh deploy/ollama/setup.sh -n $model" >&2
  exit 3
fi
echo "ok    It has $full"

question='{"model":"'$model'","stream":false,"think":false,"format":{"type":"object","properties":{"colour":{"type":"string"}},"required":["colour"]},"options":{"num_ctx":8192,"num_predict":60,"temperature":0},"messages":[{"role":"user","content":"Which colour has a clear sky at noon? Answer in JSON: {\"colour\": \"…\"}"}]}'
if ! answer=$(curl -fsS -m "$seconds" -H 'content-type: application/json' -d "$question" "$url/api/chat" 2>&1); then
  echo "FAIL  The model gave no answer within $seconds s: $answer" >&2
  exit 4
fi
# The answer is JSON inside a JSON text, so its quotes are escaped.
if ! printf '%s' "$answer" | grep -qF '\"colour\"'; then
  echo "FAIL  The model did not answer in the form asked for: $answer" >&2
  exit 4
fi
echo "ok    $model answers in the form asked for"
